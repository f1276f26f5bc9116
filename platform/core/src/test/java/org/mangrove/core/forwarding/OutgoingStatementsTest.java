package org.mangrove.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.forwarding.ForwardingFilter.ActorKind;
import org.mangrove.core.forwarding.ForwardingFilter.Origin;
import org.mangrove.core.forwarding.OutgoingStatement.Impossible;
import org.mangrove.core.forwarding.OutgoingStatement.LeftOut;
import org.mangrove.core.forwarding.OutgoingStatement.Ready;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.records.StoredStatement;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.AgentId.Kind;
import org.mangrove.core.xapi.ExactJson;
import org.mangrove.core.xapi.XapiVersion;

class OutgoingStatementsTest {

    private static final String HOME = "http://acme-de.localhost";
    private static final UUID SOURCE = UUID.fromString("01890000-0000-7000-8000-0000000000aa");
    private static final UUID POSITION = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final String ID = "01890000-0000-4000-8000-000000000002";
    private static final String VERB = "https://example.org/read";
    private static final String BOOK = "https://example.org/book";
    private static final String SHELF = "https://example.org/shelf";
    private static final String SHA = "a".repeat(64);

    @Test
    void as_it_is_but_for_what_the_other_store_sets() {
        Ready ready = (Ready) make(ForwardingFilter.ALL, "", XapiVersion.V2_0_0, foreign(), List.of());

        assertThat(json(ready).has("stored")).isFalse();
        assertThat(json(ready).has("authority")).isFalse();
        assertThat(json(ready).path("id").asText()).isEqualTo(ID);
        assertThat(json(ready).at("/result/score/scaled").asText()).isEqualTo("0.10");
        assertThat(ready.people()).containsEntry(mbox("lena"), mbox("lena")).containsKey(mbox("coach"));
    }

    @Test
    void the_id_is_kept_whatever_a_template_says() {
        Ready ready = (Ready) make(
                ForwardingFilter.ALL,
                "{\"$with\":{\"/id\":\"01890000-0000-4000-8000-00000000ffff\",\"/stored\":\"x\"}}",
                XapiVersion.V2_0_0,
                foreign(),
                List.of());

        assertThat(json(ready).path("id").asText()).isEqualTo(ID);
    }

    @Test
    void what_is_no_statement_any_more_is_told_with_its_place() {
        var wrong = (Impossible)
                make(ForwardingFilter.ALL, "{\"$without\":[\"/verb/id\"]}", XapiVersion.V2_0_0, foreign(), List.of());

        assertThat(wrong.why().place()).startsWith("$.verb");
        assertThat(wrong.statement()).hasToString(ID);
    }

    @Test
    void an_older_store_gets_what_it_can_read() {
        Ready ready = (Ready) make(ForwardingFilter.ALL, "", XapiVersion.V1_0_3, foreign(), List.of());

        assertThat(json(ready).path("version").asText()).isEqualTo("1.0.0");
    }

    @Test
    void verbs_activities_actors_and_origin_are_filtered() {
        var all = ForwardingFilter.ALL;

        assertThat(isWanted(filter(Set.of(VERB), Set.of(), false), foreign())).isTrue();
        assertThat(isWanted(filter(Set.of("https://example.org/other"), Set.of(), false), foreign()))
                .isFalse();
        assertThat(isWanted(filter(Set.of(), Set.of(BOOK), false), foreign())).isTrue();
        assertThat(isWanted(filter(Set.of(), Set.of(SHELF), false), foreign())).isFalse();
        assertThat(isWanted(filter(Set.of(), Set.of(SHELF), true), foreign())).isTrue();
        assertThat(isWanted(from(Origin.OWN, Set.of()), foreign())).isFalse();
        assertThat(isWanted(from(Origin.OWN, Set.of()), own())).isTrue();
        assertThat(isWanted(from(Origin.FOREIGN, Set.of()), own())).isFalse();
        assertThat(isWanted(from(Origin.FOREIGN, Set.of(SOURCE)), foreign())).isTrue();
        assertThat(isWanted(from(Origin.FOREIGN, Set.of(POSITION)), foreign())).isFalse();
        assertThat(isWanted(from(Origin.ANY, Set.of(POSITION)), own())).isTrue();
        assertThat(isWanted(by(ActorKind.ACCOUNT), foreign())).isFalse();
        assertThat(isWanted(by(ActorKind.MBOX), foreign())).isTrue();
        assertThat(isWanted(all, own())).isTrue();
    }

    @Test
    void an_actor_who_gets_another_name_is_remembered_by_both() {
        Ready ready = (Ready) make(
                ForwardingFilter.ALL,
                "{\"actor\":{\"account\":{\"homePage\":\"https://group\",\"name\":\"7\"}},"
                        + "\"verb\":{\"$value\":\"/verb\"},\"object\":{\"$value\":\"/object\"}}",
                XapiVersion.V2_0_0,
                foreign(),
                List.of());

        assertThat(ready.people())
                .containsExactlyEntriesOf(
                        java.util.Map.of(mbox("lena"), new AgentId(Kind.ACCOUNT, "7", "https://group")));
    }

    @Test
    void a_file_is_named_if_it_comes_along_or_lies_somewhere() {
        var file = new Attachment(SHA, "text/plain", Digest.of(new byte[] {1}));

        Ready with = (Ready) make(ForwardingFilter.ALL, "", XapiVersion.V2_0_0, withFiles(), List.of(file));
        Ready without = (Ready) make(ForwardingFilter.ALL, "", XapiVersion.V2_0_0, withFiles(), List.of());

        assertThat(with.files()).containsExactly(file);
        assertThat(json(with).path("attachments")).hasSize(2);
        assertThat(without.files()).isEmpty();
        assertThat(json(without).path("attachments")).hasSize(1);
        assertThat(json(without).at("/attachments/0/fileUrl").asText()).isEqualTo("https://example.org/file");
    }

    private static boolean isWanted(ForwardingFilter filter, StoredStatement stored) {
        return !(make(filter, "", XapiVersion.V2_0_0, stored, List.of()) instanceof LeftOut);
    }

    private static OutgoingStatement make(
            ForwardingFilter filter,
            String template,
            XapiVersion version,
            StoredStatement stored,
            List<Attachment> files) {
        var terms = new ForwarderTerms(
                "a", URI.create("https://b"), version, true, filter, template, "DE", "c", "d", "e", Optional.empty());
        return new OutgoingStatements(terms, HOME).make(stored, files);
    }

    private static ForwardingFilter filter(Set<String> verbs, Set<String> activities, boolean related) {
        return new ForwardingFilter(verbs, activities, related, Set.of(), Origin.ANY, Set.of());
    }

    private static ForwardingFilter from(Origin origin, Set<UUID> sources) {
        return new ForwardingFilter(Set.of(), Set.of(), false, sources, origin, Set.of());
    }

    private static ForwardingFilter by(ActorKind kind) {
        return new ForwardingFilter(Set.of(), Set.of(), false, Set.of(), Origin.ANY, Set.of(kind));
    }

    private static StoredStatement foreign() {
        return stored("acme-de." + SOURCE, "");
    }

    private static StoredStatement own() {
        return stored("mangrove", "");
    }

    private static StoredStatement withFiles() {
        return stored("mangrove", """
                ,"attachments":[
                 {"usageType":"https://example.org/u","display":{"en":"a"},"contentType":"text/plain","length":1,"sha2":"%s"},
                 {"usageType":"https://example.org/u","display":{"en":"b"},"contentType":"text/plain","length":1,"sha2":"%s",
                  "fileUrl":"https://example.org/file"}]
                """.formatted(SHA, "b".repeat(64)));
    }

    private static StoredStatement stored(String authority, String more) {
        return new StoredStatement(POSITION, """
                {"id":"%s","actor":{"objectType":"Agent","mbox":"mailto:lena@example.org"},"verb":{"id":"%s"},
                 "object":{"objectType":"Activity","id":"%s"},"result":{"score":{"scaled":0.10}},
                 "context":{"instructor":{"objectType":"Agent","mbox":"mailto:coach@example.org"},
                  "contextActivities":{"parent":[{"id":"%s","objectType":"Activity"}]}},
                 "timestamp":"2026-01-15T12:00:00.000Z","stored":"2026-01-15T12:00:00.000Z","version":"2.0.0",
                 "authority":{"objectType":"Agent","account":{"homePage":"%s","name":"%s"}}%s}
                """.formatted(ID, VERB, BOOK, SHELF, HOME, authority, more)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static AgentId mbox(String name) {
        return new AgentId(Kind.MBOX, "mailto:" + name + "@example.org", "");
    }

    private static ObjectNode json(Ready ready) {
        return ExactJson.read(ready.json().utf8());
    }
}
