package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.TenantBlobs;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.events.Relay;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.identity.PersonalData.Erased;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.records.RecordedPeople;
import org.mangrove.core.records.StatementBatch;
import org.mangrove.core.records.StatementFilter;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.StoredStatement;
import org.mangrove.core.rollups.RollupReader;
import org.mangrove.core.rollups.Verifying;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.Limits;
import org.mangrove.core.xapi.StatementReader;
import org.mangrove.core.xapi.XapiVersion;

/** What statements say of people lies sealed, is forgotten when it must be, and sums stay right meanwhile. */
@ArquillianTest
class SealedPeopleIT {

    private static final UUID SOURCE = new UUID(7, 7);
    private static final UUID DEMANDED = new UUID(7, 8);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StatementReader READER = new StatementReader(XapiVersion.V2_0_0, Limits.usual());

    @Inject
    Statements statements;

    @Inject
    RecordedPeople people;

    @Inject
    Forgetting forgetting;

    @Inject
    TenantBlobs blobs;

    @Inject
    Verifying verifying;

    @Inject
    Relay relay;

    @Inject
    IndexTerms terms;

    @Inject
    EventDesk desk;

    @Inject
    Tenants tenants;

    @Inject
    Neighbours neighbours;

    @BeforeEach
    void setUp() throws InterruptedException {
        neighbours.moveIn();
    }

    @Test
    void who_is_spoken_of_stands_in_no_column_and_comes_back_byte_for_byte() {
        String name = "Quetzal" + UUID.randomUUID().toString().substring(0, 8);
        UUID id = UUID.randomUUID();

        store(acmeDe(), SOURCE, false, aboutEverybody(id, name));

        assertThat(columnsWith(name)).isEmpty();
        String read = read(acmeDe(), id);
        assertThat(read).contains(aboutEverybody(id, name).substring(1, 400), "\"response\":\"I am " + name);
        assertThat(READER.read(read.getBytes(StandardCharsets.UTF_8))
                        .says(READER.read(aboutEverybody(id, name).getBytes(StandardCharsets.UTF_8))))
                .isTrue();
    }

    @Test
    void who_is_forgotten_is_found_nowhere_and_what_others_did_stays() throws Exception {
        String name = "Ocelot" + UUID.randomUUID().toString().substring(0, 8);
        UUID id = UUID.randomUUID();
        UUID demanded = UUID.randomUUID();
        store(acmeDe(), SOURCE, false, aboutEverybody(id, name));
        store(acmeDe(), DEMANDED, true, aboutEverybody(demanded, name));
        store(borealisDe(), SOURCE, false, aboutEverybody(id, name));
        String inTheOtherTenant = read(borealisDe(), id);
        UUID lena = term("mailto:lena." + name + "@example.org");
        assertThat(found(lena)).hasSize(2);

        forget(mailbox("lena." + name + "@example.org"));

        String read = read(acmeDe(), id);
        assertThat(read)
                .doesNotContain("lena." + name, "Lena " + name, "I am " + name)
                .contains("kim." + name, "/erased\"");
        assertThat(found(lena))
                .extracting(StoredStatement::position)
                .hasSize(1)
                .allSatisfy(position -> assertThat(
                                desk.number("select count(*) from records_statement where evidence = true"
                                        + " and position = " + hex(position)))
                        .isOne());
        assertThat(read(acmeDe(), demanded)).contains("Lena " + name);
        assertThat(desk.number(
                        "select count(*) from records_statement where evidence = false and actor = " + hex(lena)))
                .isZero();
        assertThat(desk.number("select count(*) from records_seal where evidence = false and (person = " + hex(lena)
                        + " or forgetting = " + hex(lena) + ")"))
                .isZero();
        assertThat(read(borealisDe(), id)).isEqualTo(inTheOtherTenant);
        JsonNode actor = JSON.readTree(read).path("actor");
        assertThat(found(terms.agent(neighbours.acmeDe(), AgentId.of(actor).orElseThrow())))
                .hasSize(1);
        assertThat(forgetting.once(acmeDe(), mailbox("lena." + name + "@example.org")))
                .isEqualTo(Erased.nothing());
    }

    @Test
    void who_comes_again_after_having_been_forgotten_is_somebody_else() {
        String mail = "again." + UUID.randomUUID() + "@example.org";
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        UUID later = UUID.randomUUID();
        store(acmeDe(), SOURCE, false, ordinary(before, mail));

        assertThat(forgetting.once(acmeDe(), mailbox(mail)).more()).isTrue();
        store(acmeDe(), SOURCE, false, ordinary(after, mail));
        assertThat(forgetting.once(acmeDe(), mailbox(mail)).more()).isTrue();

        assertThat(read(acmeDe(), before)).doesNotContain(mail);
        assertThat(read(acmeDe(), after)).doesNotContain(mail);
        forget(mailbox(mail));
        store(acmeDe(), SOURCE, false, ordinary(later, mail));
        assertThat(read(acmeDe(), later)).contains(mail);
        assertThat(found(term("mailto:" + mail))).hasSize(1);
    }

    @Test
    void everything_in_which_somebody_stands_is_told() throws Exception {
        String name = "Puma" + UUID.randomUUID().toString().substring(0, 8);
        UUID id = UUID.randomUUID();
        store(acmeDe(), SOURCE, false, aboutEverybody(id, name));
        var told = new ArrayList<String>();

        people.export(acmeDe(), mailbox("ann." + name + "@example.org"), new PersonalData.PersonalDataSink() {
            @Override
            public void item(String kind, JsonNode item) {
                told.add(kind + " " + item.path("id").asText());
            }

            @Override
            public void file(String file, InputStream content) {
                told.add(file);
            }
        });

        assertThat(told).containsExactly("statement " + id);
    }

    @Test
    void what_was_handed_in_goes_with_the_person_unless_somebody_else_has_handed_in_the_same() {
        String mail = "hands.in." + UUID.randomUUID() + "@example.org";
        Attachment own = handedIn("own " + mail);
        Attachment shared = handedIn("shared " + mail);
        Attachment signature = handedIn("signature " + mail);
        Attachment another = handedIn("another " + mail);
        UUID mine = UUID.randomUUID();
        UUID others = UUID.randomUUID();
        store(acmeDe(), mine, with(ordinary(mine, mail), own, "http://example.org/essay"), List.of(own, shared));
        String aboutMe = ordinary(others, "other." + mail)
                .replace(
                        "{\"id\":\"http://example.org/x\"}",
                        "{\"objectType\":\"Agent\",\"mbox\":\"mailto:" + mail + "\"}");
        store(
                acmeDe(),
                others,
                with(aboutMe, signature, "http://adlnet.gov/expapi/attachments/signature"),
                List.of(shared, signature, another));

        forget(mailbox(mail));

        assertThat(List.of(own, shared, signature, another))
                .extracting(attachment -> blobs.has(neighbours.acmeDe(), attachment.digest()))
                .containsExactly(false, true, false, true);
        assertThat(statements.attachments(
                        neighbours.acmeDe(),
                        List.of(statements.find(neighbours.acmeDe(), mine).orElseThrow())))
                .isEmpty();
        assertThat(read(acmeDe(), mine)).contains("\"display\":{}").doesNotContain("Essay of");
    }

    @Test
    void sums_are_right_while_people_are_forgotten_and_statements_go_and_come_again() {
        var some = new SomeStatements(42);
        List<String> first = some.take(150);
        SomeStatements.store(statements, acmeDe(), first, 7);
        readSome();
        mustAgree("some are not read");

        for (String who : List.of("p1@example.org", "t0@example.org", "o2@example.org")) {
            boolean more = true;
            while (more) {
                more = forgetting.once(acmeDe(), mailbox(who)).more();
                mustAgree("forgetting " + who);
            }
        }
        LocalDate middle = LocalDate.of(2026, 1, 15);
        while (forgetting.removeOlderThan(
                        neighbours.acmeDe(), SOURCE, middle, Set.of(term("mailto:p2@example.org")), 30)
                > 0) {
            mustAgree("removing");
        }
        assertThat(desk.number("select count(*) from records_statement s where s.tenant_id = "
                        + neighbours.acmeDe().number() + " and s.happened_on < '2026-01-15' and s.source_id = "
                        + hex(SOURCE) + " and (s.actor is null or s.actor <> " + hex(term("mailto:p2@example.org"))
                        + ") and not exists (select 1 from records_reference r where r.tenant_id = s.tenant_id"
                        + " and r.referrer = s.position and r.voids = true)"))
                .isZero();
        readAll();
        mustAgree("all are read");

        removeAll(LocalDate.of(2100, 1, 1), "all go");
        readAll();
        mustAgree("all are gone");
        assertThat(desk.number("select count(*) from records_statement where tenant_id = "
                        + neighbours.acmeDe().number() + " and source_id = " + hex(SOURCE)))
                .isZero();
    }

    @Test
    void sums_are_right_when_what_was_removed_is_sent_again() {
        List<String> some = new SomeStatements(43).take(120);
        SomeStatements.store(statements, acmeDe(), some, 7);
        readAll();
        removeAll(LocalDate.of(2100, 1, 1), "all go");

        SomeStatements.store(statements, acmeDe(), some, 13);
        mustAgree("they come again");
        readSome();
        mustAgree("some are read");
        removeAll(LocalDate.of(2026, 1, 15), "some go again");
        readAll();
        mustAgree("the rest is read");
        SomeStatements.store(statements, acmeDe(), some, 5);
        readAll();
        mustAgree("those that went come again");
    }

    private void removeAll(LocalDate before, String when) {
        while (forgetting.removeOlderThan(neighbours.acmeDe(), SOURCE, before, Set.of(), 50) > 0) {
            mustAgree(when);
        }
    }

    /** In as many transactions as it takes. */
    private void forget(DataSubject who) {
        boolean more = true;
        while (more) {
            more = forgetting.once(acmeDe(), who).more();
        }
    }

    private void mustAgree(String when) {
        assertThat(verifying.verify(acmeDe()).first()).as(when).isEmpty();
    }

    /** A part of what waits. */
    private void readSome() {
        relay.number(EventDesk.CELL);
        relay.deliver(EventDesk.CELL, desk.reader(RollupReader.NAME), 9);
    }

    private void readAll() {
        desk.deliverAll(desk.reader(RollupReader.NAME));
    }

    private void store(TenantProfile tenant, UUID source, boolean evidence, String... written) {
        var authority = JsonNodeFactory.instance.objectNode().put("mbox", "mailto:source@example.org");
        var caller = new XapiCaller(tenant, source, evidence, authority, Set.of(Scope.ALL));
        try (StatementBatch batch = statements.begin(caller, XapiVersion.V2_0_0)) {
            for (String each : written) {
                var statement = READER.read(each.getBytes(StandardCharsets.UTF_8));
                batch.add(statement.id().orElseThrow(), statement, List.of());
            }
            batch.store();
        }
    }

    private void store(TenantProfile tenant, UUID id, String written, List<Attachment> attachments) {
        var authority = JsonNodeFactory.instance.objectNode().put("mbox", "mailto:source@example.org");
        var caller = new XapiCaller(tenant, SOURCE, false, authority, Set.of(Scope.ALL));
        try (StatementBatch batch = statements.begin(caller, XapiVersion.V2_0_0)) {
            batch.add(id, READER.read(written.getBytes(StandardCharsets.UTF_8)), attachments);
            batch.store();
        }
    }

    private Attachment handedIn(String content) {
        Digest digest = blobs.put(neighbours.acmeDe(), content.getBytes(StandardCharsets.UTF_8));
        return new Attachment(digest.hex(), "text/plain", digest);
    }

    private static String with(String statement, Attachment attachment, String usage) {
        return statement.substring(0, statement.length() - 1)
                + ",\"attachments\":[{\"usageType\":\"%s\",\"display\":{\"en\":\"Essay of somebody\"},".formatted(usage)
                + "\"contentType\":\"application/octet-stream\",\"length\":3,\"sha2\":\"%s\"}]}"
                        .formatted(attachment.sha2());
    }

    private String read(TenantProfile tenant, UUID id) {
        return new String(
                statements.find(tenant.tenant().id(), id).orElseThrow().json(), StandardCharsets.UTF_8);
    }

    private List<StoredStatement> found(UUID term) {
        return statements
                .page(neighbours.acmeDe(), StatementFilter.of(term), 100)
                .statements();
    }

    private UUID term(String mbox) {
        return terms.agent(neighbours.acmeDe(), new AgentId(AgentId.Kind.MBOX, mbox, ""));
    }

    private static DataSubject mailbox(String address) {
        return new DataSubject(Optional.empty(), Optional.empty(), Set.of(address), Set.of(), Set.of());
    }

    /** Which columns of the cell have a text somewhere, as {@code table.column}. */
    private List<String> columnsWith(String text) {
        return desk
                .rows("select table_name, column_name from information_schema.columns where table_schema = database()"
                        + " and data_type in ('varchar', 'text', 'longtext', 'mediumtext', 'blob', 'mediumblob',"
                        + " 'longblob', 'varbinary', 'binary', 'char', 'json')")
                .stream()
                .filter(column -> desk.number("select count(*) from `%s` where locate(cast('%s' as binary), `%s`) > 0"
                                .formatted(column.get(0), text, column.get(1)))
                        > 0)
                .map(column -> column.get(0) + "." + column.get(1))
                .toList();
    }

    private static String hex(UUID id) {
        return "unhex('" + id.toString().replace("-", "") + "')";
    }

    private static String ordinary(UUID id, String mail) {
        return """
                {"id":"%s","actor":{"mbox":"mailto:%s"},"verb":{"id":"http://example.org/did"},\
                "object":{"id":"http://example.org/x"}}""".formatted(id, mail);
    }

    /** In it everybody stands everywhere where somebody can. */
    private static String aboutEverybody(UUID id, String name) {
        return """
                {"id":"%1$s","actor":{"objectType":"Agent","name":"Lena %2$s","mbox":"mailto:lena.%2$s@example.org"},\
                "verb":{"id":"http://example.org/did","display":{"en":"did"}},\
                "object":{"objectType":"Activity","id":"http://example.org/x"},\
                "result":{"score":{"scaled":0.50},"response":"I am %2$s","extensions":{"http://example.org/e":["%2$s",1.0]}},\
                "context":{"instructor":{"objectType":"Agent","name":"Kim %2$s","mbox":"mailto:kim.%2$s@example.org"},\
                "team":{"objectType":"Group","name":"Team %2$s","account":{"homePage":"http://example.org","name":"t%2$s"},\
                "member":[{"objectType":"Agent","name":"Ann %2$s","mbox":"mailto:ann.%2$s@example.org"},\
                {"objectType":"Agent","mbox":"mailto:lena.%2$s@example.org"}]},\
                "contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","openid":"http://example.org/%2$s"}}],\
                "extensions":{"http://example.org/f":{"said":"%2$s"}}},\
                "timestamp":"2026-03-03T10:00:00Z"}""".formatted(id, name);
    }

    private TenantProfile acmeDe() {
        return tenants.find(neighbours.acmeDe()).orElseThrow();
    }

    private TenantProfile borealisDe() {
        return tenants.find(neighbours.borealisDe()).orElseThrow();
    }
}
