package org.mangrove.core.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.xapi.SampleStatements.json;
import static org.mangrove.core.xapi.SampleStatements.planned;
import static org.mangrove.core.xapi.SampleStatements.read;
import static org.mangrove.core.xapi.SampleStatements.small;
import static org.mangrove.core.xapi.SampleStatements.whole;
import static org.mangrove.core.xapi.SampleStatements.with;
import static org.mangrove.core.xapi.SampleStatements.without;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementFormatTest {

    private static final String GROUP_OF_TWO = """
            {"objectType": "Group", "name": "Two", "member": [{"objectType": "Agent", "mbox": "mailto:a@b.c", "name": "A"},
                                                              {"openid": "https://example.com/b"}]}
            """;

    @Test
    void a_statement_is_kept_as_it_was_sent_but_for_moments_and_single_activities() {
        JsonNode expected = with(whole(), "/timestamp", "\"2026-05-04T17:00:00.000Z\"");
        ((ObjectNode) expected)
                .withObject("/context/contextActivities")
                .set("parent", json("[{\"id\": \"https://example.com/tests/1\"}]"));

        assertThat(json(read(whole()).json().toString())).isEqualTo(json(expected.toString()));
    }

    @Test
    void the_same_is_done_within_a_statement_within_a_statement() {
        JsonNode kept = read(planned(whole())).json();

        assertThat(kept.at("/object/timestamp").textValue()).isEqualTo("2026-05-04T17:00:00.000Z");
        assertThat(kept.at("/object/context/contextActivities/parent").isArray())
                .isTrue();
    }

    @Test
    void a_moment_in_utc_keeps_its_digits() {
        var statement = with(small(), "/timestamp", "\"2026-05-04T17:00:00.1234567891Z\"");

        assertThat(read(statement).json().path("timestamp").textValue()).isEqualTo("2026-05-04T17:00:00.1234567891Z");
    }

    @Test
    void what_is_changed_in_the_object_given_out_is_not_changed_in_the_statement() {
        XapiStatement statement = read(small());

        statement.json().put("stored", "2026-05-04T17:00:00.000Z");

        assertThat(statement.json().has("stored")).isFalse();
    }

    @Test
    void ids_say_who_and_what_and_no_more() {
        ObjectNode ids = StatementFormat.ids(with(whole(), "/context/instructor", GROUP_OF_TWO));

        assertThat(ids.get("actor"))
                .isEqualTo(
                        json(
                                "{\"objectType\":\"Group\",\"account\":{\"homePage\":\"https://example.com/teams\",\"name\":\"early\"}}"));
        assertThat(ids.get("verb")).isEqualTo(json("{\"id\":\"https://example.com/verbs/answered\"}"));
        assertThat(ids.get("object")).isEqualTo(json("{\"id\":\"https://example.com/questions/1\"}"));
        assertThat(ids.at("/context/instructor"))
                .isEqualTo(json(
                        "{\"objectType\":\"Group\",\"member\":[{\"objectType\":\"Agent\",\"mbox\":\"mailto:a@b.c\"},"
                                + "{\"openid\":\"https://example.com/b\"}]}"));
        assertThat(ids.get("result")).isEqualTo(whole().get("result"));
        assertThat(ids.get("timestamp")).isEqualTo(whole().get("timestamp"));
    }

    @Test
    void ids_say_no_more_within_a_statement_within_a_statement() {
        ObjectNode ids = StatementFormat.ids(read(planned(whole())).json());

        assertThat(ids.at("/object/object")).isEqualTo(json("{\"id\":\"https://example.com/questions/1\"}"));
        assertThat(ids.at("/object/actor/name").isMissingNode()).isTrue();
        assertThat(ids.at("/object/context/contextActivities/parent/0")).hasSize(1);
    }

    @Test
    void ids_of_related_agents_keep_their_relevant_types() {
        var statement = with(small(), "/context", """
                {"contextAgents": [{"objectType": "contextAgent", "agent": {"mbox": "mailto:a@b.c", "name": "A"},
                                    "relevantTypes": ["https://example.com/mentor"]}]}
                """);

        assertThat(StatementFormat.ids(statement).at("/context/contextAgents/0"))
                .isEqualTo(json("{\"objectType\":\"contextAgent\",\"agent\":{\"mbox\":\"mailto:a@b.c\"},"
                        + "\"relevantTypes\":[\"https://example.com/mentor\"]}"));
    }

    @Test
    void canonical_speaks_one_language_in_each_map() {
        ObjectNode canonical = StatementFormat.canonical(whole(), LanguageRanges.of("de"), iri -> Optional.empty());

        assertThat(canonical.at("/verb/display")).isEqualTo(json("{\"de-DE\":\"beantwortete\"}"));
        assertThat(canonical.at("/object/definition/name")).isEqualTo(json("{\"en\":\"Question 1\"}"));
        assertThat(canonical.at("/actor")).isEqualTo(whole().get("actor"));
    }

    @Test
    void canonical_says_what_is_known_of_an_activity_by_now() {
        var known = (ObjectNode) json("""
                {"name": {"en": "First question", "de": "Erste Frage"},
                 "interactionType": "choice", "choices": [{"id": "a", "description": {"en": "A", "de": "Ah"}}]}
                """);
        ObjectNode canonical = StatementFormat.canonical(
                read(planned(whole())).json(),
                LanguageRanges.of("de, en;q=0.5"),
                iri -> iri.equals("https://example.com/questions/1") ? Optional.of(known) : Optional.empty());

        assertThat(canonical.at("/object/object/definition"))
                .isEqualTo(json("{\"name\":{\"de\":\"Erste Frage\"},\"interactionType\":\"choice\","
                        + "\"choices\":[{\"id\":\"a\",\"description\":{\"de\":\"Ah\"}}]}"));
        assertThat(canonical.at("/object/context/contextActivities/parent/0"))
                .isEqualTo(json("{\"id\":\"https://example.com/tests/1\"}"));
    }

    @Test
    void no_format_changes_what_it_is_made_from() {
        ObjectNode statement = read(planned(whole())).json();
        ObjectNode before = statement.deepCopy();

        StatementFormat.ids(statement);
        StatementFormat.canonical(statement, LanguageRanges.of("de"), iri -> Optional.of(small()));
        StatementFormat.forVersion(statement, XapiVersion.V1_0_3);

        assertThat(statement).isEqualTo(before);
    }

    @Test
    void clients_of_the_first_version_see_nothing_of_the_second() {
        String agents = "[{\"objectType\":\"contextAgent\",\"agent\":{\"mbox\":\"mailto:a@b.c\"}}]";
        var both = with(with(whole(), "/context/contextAgents", agents), "/version", "\"2.0.0\"");
        var only = with(small(), "/context", "{\"contextAgents\":%s}".formatted(agents));

        assertThat(StatementFormat.forVersion(both, XapiVersion.V1_0_3))
                .isEqualTo(without(with(whole(), "/version", "\"1.0.0\""), "/context/contextAgents"));
        assertThat(StatementFormat.forVersion(only, XapiVersion.V1_0_3)).isEqualTo(small());
        assertThat(StatementFormat.forVersion(planned(only), XapiVersion.V1_0_3))
                .isEqualTo(planned(small()));
        assertThat(StatementFormat.forVersion(both, XapiVersion.V2_0_0)).isEqualTo(both);
    }
}
