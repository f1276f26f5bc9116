package org.mangrove.core.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.xapi.SampleStatements.planned;
import static org.mangrove.core.xapi.SampleStatements.read;
import static org.mangrove.core.xapi.SampleStatements.small;
import static org.mangrove.core.xapi.SampleStatements.whole;
import static org.mangrove.core.xapi.SampleStatements.with;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class XapiStatementTest {

    private static final AgentId LENA = mailbox("lena@example.com");
    private static final AgentId TEAM = mailbox("team@example.com");
    private static final AgentId EARLY_SHIFT = new AgentId(AgentId.Kind.ACCOUNT, "early", "https://example.com/teams");
    private static final AgentId SOMEBODY =
            new AgentId(AgentId.Kind.MBOX_SHA1SUM, "ebd31e95054c018b10727ccffd2ef2ec3a016ee9", "");
    private static final AgentId OMAR = new AgentId(AgentId.Kind.OPENID, "https://example.com/people/omar", "");

    @Test
    void says_what_it_is_asked_for_by() {
        XapiStatement statement = read(whole());

        assertThat(statement.id()).contains(UUID.fromString("0f5c1f5e-9f5a-4a6e-9d3c-2f8a52f0c0aa"));
        assertThat(statement.actorId()).contains(EARLY_SHIFT);
        assertThat(statement.verb()).isEqualTo("https://example.com/verbs/answered");
        assertThat(statement.activity()).contains("https://example.com/questions/1");
        assertThat(statement.registration()).contains(UUID.fromString("7c4e4e3c-7d6e-4f6f-8d61-5c6d8b2f7a11"));
        assertThat(statement.timestamp()).contains(Instant.parse("2026-05-04T17:00:00Z"));
        assertThat(statement.refersTo()).isEmpty();
        assertThat(statement.voids()).isFalse();
    }

    @Test
    void says_nothing_that_it_does_not_hold() {
        XapiStatement statement = read(small());

        assertThat(statement.id()).isEmpty();
        assertThat(statement.registration()).isEmpty();
        assertThat(statement.timestamp()).isEmpty();
        assertThat(statement.agents()).isEmpty();
        assertThat(statement.relatedAgents()).isEmpty();
        assertThat(statement.relatedActivities()).isEmpty();
        assertThat(statement.definitions()).isEmpty();
        assertThat(statement.attachments()).isEmpty();
    }

    @Test
    void members_are_found_with_their_group_and_those_around_it_only_as_related() {
        XapiStatement statement = read(whole());

        assertThat(statement.agents()).containsExactly(LENA, SOMEBODY);
        assertThat(statement.relatedAgents()).containsExactly(OMAR, TEAM);
    }

    @Test
    void whoever_is_found_anyway_is_not_found_once_more_as_related() {
        var statement = with(whole(), "/context/instructor", "{\"mbox\":\"mailto:lena@example.com\"}");
        with(
                statement,
                "/context/team",
                "{\"objectType\":\"Group\",\"account\":%s}".formatted(whole().at("/actor/account")));

        assertThat(read(statement).relatedAgents()).isEmpty();
    }

    @Test
    void nobody_is_found_by_vouching() {
        XapiStatement statement = read(whole());

        assertThat(statement.relatedAgents()).noneMatch(agent -> agent.value().equals("shop-floor"));
    }

    @Test
    void whoever_it_is_about_is_found() {
        String pair =
                "{\"objectType\":\"Group\",\"mbox\":\"mailto:team@example.com\",\"member\":[{\"mbox\":\"mailto:a@b.c\"}]}";
        XapiStatement statement = read(with(small(), "/object", pair));

        assertThat(statement.actorId()).contains(LENA);
        assertThat(statement.agents()).containsExactly(TEAM, mailbox("a@b.c"));
        assertThat(statement.activity()).isEmpty();
    }

    @Test
    void whoever_does_something_to_oneself_is_found_once() {
        String herself = "{\"objectType\":\"Agent\",\"mbox\":\"mailto:lena@example.com\"}";

        assertThat(read(with(small(), "/object", herself)).agents()).isEmpty();
    }

    @Test
    void a_group_without_an_identity_is_found_by_its_members() {
        String group =
                "{\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:a@b.c\"},{\"mbox\":\"mailto:d@b.c\"}]}";
        XapiStatement statement = read(with(small(), "/actor", group));

        assertThat(statement.actorId()).isEmpty();
        assertThat(statement.agents()).containsExactly(mailbox("a@b.c"), mailbox("d@b.c"));
    }

    @Test
    void what_lies_within_a_statement_within_it_is_related() {
        XapiStatement statement = read(planned(whole()));

        assertThat(statement.actorId()).contains(LENA);
        assertThat(statement.activity()).isEmpty();
        assertThat(statement.agents()).isEmpty();
        assertThat(statement.relatedAgents()).containsExactlyInAnyOrder(EARLY_SHIFT, SOMEBODY, OMAR, TEAM);
        assertThat(statement.relatedActivities())
                .containsExactlyInAnyOrder(
                        "https://example.com/questions/1",
                        "https://example.com/tests/1",
                        "https://example.com/categories/1");
        assertThat(statement.attachments()).hasSize(1);
        assertThat(statement.definitions()).hasSize(1);
    }

    @Test
    void agents_and_groups_of_the_second_version_are_related_with_their_members() {
        XapiStatement statement = read(with(small(), "/context", """
                {"contextAgents": [{"objectType": "contextAgent", "agent": {"mbox": "mailto:a@b.c"}}],
                 "contextGroups": [{"objectType": "contextGroup",
                                    "group": {"objectType": "Group", "mbox": "mailto:team@example.com",
                                              "member": [{"mbox": "mailto:d@b.c"}]}}]}
                """));

        assertThat(statement.relatedAgents()).containsExactly(mailbox("a@b.c"), TEAM, mailbox("d@b.c"));
    }

    @Test
    void related_activities_are_those_of_the_context() {
        assertThat(read(whole()).relatedActivities())
                .containsExactly("https://example.com/tests/1", "https://example.com/categories/1");
    }

    @Test
    void an_attachment_is_claimed_in_small_letters() {
        String sha2 = "495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a";
        XapiStatement statement = read(with(whole(), "/attachments/0/sha2", "\"%s\"".formatted(sha2.toUpperCase())));

        assertThat(statement.attachments())
                .containsExactly(new AttachmentClaim(
                        sha2,
                        "image/jpeg",
                        27,
                        Optional.of("https://example.com/photo.jpeg"),
                        "https://example.com/usage/photo"));
    }

    @Test
    void a_statement_about_another_refers_to_it() {
        String reference = "{\"objectType\":\"StatementRef\",\"id\":\"2F8A52F0-9f5a-4a6e-9d3c-0f5c1f5ec0aa\"}";
        XapiStatement statement = read(with(small(), "/object", reference));

        assertThat(statement.refersTo()).contains(UUID.fromString("2f8a52f0-9f5a-4a6e-9d3c-0f5c1f5ec0aa"));
        assertThat(statement.activity()).isEmpty();
    }

    private static AgentId mailbox(String address) {
        return new AgentId(AgentId.Kind.MBOX, "mailto:" + address, "");
    }
}
