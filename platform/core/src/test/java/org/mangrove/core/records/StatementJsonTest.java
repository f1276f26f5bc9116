package org.mangrove.core.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementJsonTest {

    private static final UUID KENJI = UUID.fromString("01935a3c-0000-7000-8000-000000000002");
    private static final UUID REGISTRATION = UUID.fromString("01935a3c-0000-7000-8000-000000000003");
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00.123456Z");
    private static final Activity COURSE =
            new Activity(Activity.Kind.COURSE, "/courses/fire-safety", "火災の安全", Locale.JAPANESE);
    private static final Activity QUESTION =
            new Activity(Activity.Kind.QUESTION, "/courses/fire-safety/blocks/q1", "Which “way”?", Locale.ENGLISH);

    @Test
    void writes_what_xapi_asks_for() throws Exception {
        String passed = """
                {"actor":{"objectType":"Agent","account":{"homePage":"https://acme-jp.example.org",
                     "name":"01935a3c-0000-7000-8000-000000000002"}},
                 "verb":{"id":"http://adlnet.gov/expapi/verbs/passed","display":{"en":"passed"}},
                 "object":{"objectType":"Activity","id":"https://acme-jp.example.org/courses/fire-safety",
                     "definition":{"name":{"ja":"火災の安全"},"type":"http://adlnet.gov/expapi/activities/course"}},
                 "result":{"score":{"scaled":0.75,"raw":9,"min":0,"max":12},"success":true},
                 "context":{"registration":"01935a3c-0000-7000-8000-000000000003","platform":"Mangrove","language":"ja",
                     "extensions":{"https://mangrove.org/xapi/extensions/attempt":2}},
                 "timestamp":"2026-11-22T06:00:00.123456Z"}""";

        assertThat(written(statement(
                        Verb.PASSED,
                        COURSE,
                        Optional.empty(),
                        Result.none().scored(9, 12).succeeded(true))))
                .isEqualTo(new ObjectMapper().readTree(passed));
    }

    @Test
    void an_answer_names_the_course_that_its_question_is_part_of() throws Exception {
        JsonNode json = written(statement(
                Verb.ANSWERED,
                QUESTION,
                Optional.of(COURSE),
                Result.none().succeeded(false).answered("\"a\"")));

        assertThat(json.at("/context/contextActivities/parent/0/id").asText())
                .isEqualTo("https://acme-jp.example.org/courses/fire-safety");
        assertThat(json.at("/result/response").asText()).isEqualTo("\"a\"");
        assertThat(json.at("/result/success").booleanValue()).isFalse();
        assertThat(json.at("/object/definition/name/en").asText()).isEqualTo("Which “way”?");
    }

    @Test
    void a_question_says_how_it_is_answered_and_what_is_right() throws Exception {
        var components = new TreeMap<String, List<Interaction.Component>>();
        components.put("source", List.of(new Interaction.Component("a", "Smoke", Locale.ENGLISH)));
        components.put("target", List.of(new Interaction.Component("x", "", Locale.ROOT)));
        Activity asked = QUESTION.asking(new Interaction(Interaction.Type.MATCHING, List.of("a[.]x"), components));

        JsonNode definition = written(statement(
                        Verb.ANSWERED, asked, Optional.of(COURSE), Result.none().answered("a[.]x")))
                .at("/object/definition");

        assertThat(definition.get("interactionType").asText()).isEqualTo("matching");
        assertThat(definition.get("correctResponsesPattern").toString()).isEqualTo("[\"a[.]x\"]");
        assertThat(definition.at("/source/0/description/en").asText()).isEqualTo("Smoke");
        assertThat(definition.at("/target/0").toString()).isEqualTo("{\"id\":\"x\"}");
    }

    @Test
    void says_nothing_of_a_result_that_is_none() throws Exception {
        JsonNode json = written(statement(Verb.INITIALIZED, COURSE, Optional.empty(), Result.none()));

        assertThat(json.has("result")).isFalse();
        assertThat(json.toString()).doesNotContain("null");
    }

    @Test
    void there_is_no_score_outside_its_bounds() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Result.none().scored(3, 2));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Result.none().scored(0, 0));
    }

    private static Statement statement(Verb verb, Activity object, Optional<Activity> parent, Result result) {
        return new Statement(KENJI, verb, object, parent, result, REGISTRATION, 2, Locale.JAPANESE, NOW);
    }

    private static JsonNode written(Statement statement) throws Exception {
        return new ObjectMapper().readTree(new StatementJson("https://acme-jp.example.org").write(statement));
    }
}
