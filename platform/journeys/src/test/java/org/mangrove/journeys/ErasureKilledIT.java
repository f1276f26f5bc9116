package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.journeys.HeldErasure.Moment;
import org.mangrove.launcher.Json;
import org.mangrove.launcher.Stack;

/**
 * The node is killed in the middle of an erasure, at one moment after the other. Started again it goes on by itself;
 * in the end nothing is found of the person, and what a neighbour in the same cell has of the same person is what it
 * was, byte for byte.
 *
 * <p>The minute for which a dead node has its turn is over at once here, but for the first one.
 */
@Tag("long")
@ExtendWith(WholeStack.class)
class ErasureKilledIT {

    private static final List<Moment> MOMENTS = List.of(Moment.values());

    private static final String HERE = "acme-de";
    private static final String NEIGHBOUR = "borealis-de";
    private static final String KNOWN = "/my-data/known";
    private static final String ADMIN = "/admin/privacy";
    private static final String JSON = "application/json";

    private final String given = "Killian";
    private final String family = "Zwischenstopp" + Long.toString(System.nanoTime(), 36);
    private final String email = ("killian." + family + "@both.example").toLowerCase(Locale.ROOT);
    private final UUID statement = UUID.randomUUID();

    @Test
    void an_erasure_is_completed_however_often_the_node_is_killed_and_the_neighbour_loses_nothing(
            WholeStack.Site site, Stack stack) throws Exception {
        Instant begun = Instant.now();
        Learner killian = Newcomer.known(stack, given, family, email, List.of(HERE, NEIGHBOUR));
        Rows eu = Rows.ofCell(stack, "eu");
        try (var visitor = new Visitor(site, "de");
                var thomas = new Visitor(site, "de");
                var here = store(site, stack, HERE);
                var there = store(site, stack, NEIGHBOUR)) {
            visitor.signOn(killian);
            try (var twin = new Visitor(site, "de")) {
                twin.signOn(NEIGHBOUR, killian.user(), Learner.PASSWORD);
            }
            thomas.signOn(Learner.THOMAS);
            List.of(here, there).forEach(this::tell);
            new TakenCourse(visitor, killian, DemonstrationCourse.SECURITY.slug()).pass();
            awaitReaders(stack);
            List<Marker> markers = markers(eu, stack);
            Map<String, String> before = neighbours(stack);
            long statements = statements(eu);

            String request = askedAndDecided(eu, visitor, thomas, killian, stack);

            assertThat(outcome(eu, request)).startsWith("PROVED []");
            assertThat(found(stack, markers, begun)).isEmpty();
            assertThat(neighbours(stack)).isEqualTo(before);
            assertThat(there.get("statements?statementId=" + statement).text()).contains(given + " " + family, email);
            assertThat(statements(eu)).isEqualTo(statements);
            assertInTheRegisterOnce(stack, request);
            assertThat(new Operator(stack)
                            .post("/operator/api/records/verify")
                            .must()
                            .text())
                    .contains("\"differences\":0")
                    .doesNotContainPattern("\"differences\":[1-9]");
        }
    }

    /** Asked for by the person, approved, and killed at each moment. @return the request's id */
    private static String askedAndDecided(Rows eu, Visitor visitor, Visitor thomas, Learner who, Stack stack) {
        visitor.go(who.at(KNOWN));
        visitor.submit(who.at(KNOWN + "/erasure"), Map.of("sure", List.of("yes")));
        String request =
                id(eu.text("select hex(id) from privacy_request where kind = 'ERASURE' order by id desc limit 1"));
        thomas.go(Learner.THOMAS.at(ADMIN));
        HeldErasure held = HeldErasure.at(stack, MOMENTS.getFirst(), request);
        try {
            thomas.submit(
                    Learner.THOMAS.at(ADMIN + "/requests/" + request + "/decision"),
                    Map.of("say", List.of("approve"), "sure", List.of("yes")));
            for (int kill = 0; kill < MOMENTS.size(); kill++) {
                held.awaitReached();
                stack.node().kill();
                held.close();
                System.out.println("Erasure: killed at " + MOMENTS.get(kill) + ", " + outcome(eu, request));
                if (kill + 1 < MOMENTS.size()) {
                    held = HeldErasure.at(stack, MOMENTS.get(kill + 1), request);
                }
                if (kill > 0) {
                    eu.change("update privacy_turn set until_at = '2026-01-01 00:00:00'");
                }
                stack.node().restart();
            }
        } finally {
            held.close();
        }
        Patience.USUAL.until("the erasure is over", () -> outcome(eu, request), told -> !told.startsWith("APPROVED"));
        return request;
    }

    /**
     * What another system of a tenant says of the person: with names, an attachment, a document; and what it was
     * refused.
     */
    private void tell(RecordStore store) {
        String agent = "{\"name\":\"%s %s\",\"mbox\":\"mailto:%s\"}".formatted(given, family, email);
        String handedIn = "This is by " + given + " " + family;
        RecordStore.Reply stored = store.post(
                "statements",
                withAttachment(statement, agent, "wrote", handedIn),
                "Content-Type",
                "multipart/mixed; boundary=cut");
        assertThat(stored.status()).as("%s", stored).isEqualTo(200);
        RecordStore.Reply refused = store.post(
                "statements",
                withAttachment(statement, agent, "forged", "Not stored, and by " + given + " " + family),
                "Content-Type",
                "multipart/mixed; boundary=cut");
        assertThat(refused.status()).as("%s", refused).isEqualTo(409);
        for (int i = 0; i < 3; i++) {
            RecordStore.Reply more = store.post("statements", """
                            {"actor":%s,"verb":{"id":"https://example.org/verbs/read"},\
                            "object":{"id":"https://example.org/books/%d"},"result":{"response":"as %s said"}}""".formatted(agent, i, family), "Content-Type", JSON);
            assertThat(more.status()).as("%s", more).isEqualTo(200);
        }
        RecordStore.Reply document = store.put(
                "activities/state?"
                        + RecordStore.query(Map.of(
                                "activityId", "https://example.org/books/1", "stateId", "place", "agent", agent)),
                "{\"reader\":\"" + family + "\"}",
                "Content-Type",
                JSON);
        assertThat(document.status()).as("%s", document).isEqualTo(204);
    }

    private static String withAttachment(UUID id, String agent, String verb, String text) {
        String sha2 = sha2(text.getBytes(StandardCharsets.UTF_8));
        String json = """
                {"id":"%s","actor":%s,"verb":{"id":"https://example.org/verbs/%s"},\
                "object":{"id":"https://example.org/essays/1"},"attachments":[{"usageType":"https://example.org/essay",\
                "display":{"en":"essay"},"contentType":"text/plain","length":%d,"sha2":"%s"}]}""".formatted(id, agent, verb, text.length(), sha2);
        return String.join(
                "\r\n",
                "--cut",
                "Content-Type: application/json",
                "",
                json,
                "--cut",
                "Content-Type: text/plain",
                "Content-Transfer-Encoding: binary",
                "X-Experience-API-Hash: " + sha2,
                "",
                text,
                "--cut--",
                "");
    }

    /** What would lead to the person, but for what only the neighbour calls them. */
    private List<Marker> markers(Rows eu, Stack stack) {
        var markers = new ArrayList<Marker>();
        markers.add(Marker.of("family name", family));
        markers.add(Marker.of("address", email));
        eu.read(
                        "select p.id, p.actor_id from identity_person p join tenancy_tenant t using (tenant_id)"
                                + " where t.slug = ? and p.email = ?",
                        List.of(HERE, email),
                        row -> List.of(uuid(row.getBytes(1)), uuid(row.getBytes(2))))
                .forEach(ids -> ids.forEach(one -> markers.add(Marker.of("id", one))));
        Rows.everywhere(stack)
                .lines(
                        "select u.ID from keycloak.USER_ENTITY u join keycloak.REALM r on r.ID = u.REALM_ID"
                                + " where u.EMAIL = ? and r.NAME = 'acme-eu'",
                        email)
                .forEach(account -> markers.add(Marker.of("account", UUID.fromString(account))));
        assertThat(markers).hasSize(5);
        return markers;
    }

    /** In all databases and the object store, but where the neighbour has it. */
    private static List<Find> found(Stack stack, List<Marker> markers, Instant since) {
        var traces = new Traces(markers);
        var found = new ArrayList<>(new SearchedDatabases(Rows.everywhere(stack)).search(traces));
        int all = found.size();
        found.removeIf(find -> find.zone().equals("cell eu, tenant " + NEIGHBOUR)
                || find.zone().equals("realm borealis-eu"));
        assertThat(found.removeIf(find -> find.place().startsWith("keycloak.ADMIN_EVENT_ENTITY.")))
                .as("what the sign-on's own journal tells of the account for fourteen days")
                .isEqualTo(isKeptForFourteenDays(stack));
        assertThat(all).as("the neighbour's").isGreaterThan(found.size());
        String own = "tenants/" + number(stack) + "/";
        var files = new ArrayList<>(new SearchedFolder(stack.state().blobs(), since).search(traces));
        assertThat(files.removeIf(find -> find.place().startsWith(own)))
                .as("what was handed in at the neighbour's")
                .isTrue();
        found.addAll(files);
        return found;
    }

    private static boolean isKeptForFourteenDays(Stack stack) {
        return Rows.everywhere(stack)
                .text("select a.VALUE from keycloak.REALM_ATTRIBUTE a join keycloak.REALM r on r.ID = a.REALM_ID"
                        + " where r.NAME = 'acme-eu' and a.NAME = 'adminEventsExpiration'")
                .equals(Long.toString(Duration.ofDays(14).toSeconds()));
    }

    /** Every row and every file of the neighbour. */
    private static Map<String, String> neighbours(Stack stack) throws IOException {
        var all = new TreeMap<>(OwnedRows.of(stack, NEIGHBOUR, "borealis").now());
        all.putAll(Map.of(
                "sums",
                String.join(
                        "\n",
                        Rows.ofCell(stack, "eu")
                                .lines(
                                        "select kind, hex(term), happened_on, statements from rollups_day"
                                                + " join tenancy_tenant t using (tenant_id) where t.slug = ? order by 1, 2, 3",
                                        NEIGHBOUR))));
        Path folder = stack.state().blobs().resolve("tenants").resolve(number(stack));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(file).toString(), sha2(Files.readAllBytes(file)));
            }
        }
        return all;
    }

    private static String number(Stack stack) {
        return Rows.ofCell(stack, "eu").text("select tenant_id from tenancy_tenant where slug = ?", NEIGHBOUR);
    }

    private static long statements(Rows eu) {
        return eu.number(
                "select count(*) from records_statement join tenancy_tenant t using (tenant_id) where t.slug = ?",
                HERE);
    }

    private static void assertInTheRegisterOnce(Stack stack, String request) throws IOException {
        String id = request.replace("-", "");
        Patience.USUAL.until(
                "the core knows of it",
                () -> Rows.ofCore(stack).number("select count(*) from privacy_erasure where id = unhex(?)", id) == 1);
        assertThat(Rows.ofCell(stack, "eu").number("select count(*) from privacy_erasure where id = unhex(?)", id))
                .isOne();
        assertThat(Files.readAllLines(HeldErasure.register(stack)).stream().filter(line -> line.contains(request)))
                .hasSize(1);
    }

    private static void awaitReaders(Stack stack) {
        var eu = new CellRows(stack, "eu");
        Patience.USUAL.until("everything has a number", () -> eu.numbering().isWhole());
        Patience.USUAL.until("every reader has read everything", () -> eu.readersBehind(), List::isEmpty);
    }

    private static RecordStore store(WholeStack.Site site, Stack stack, String tenant) {
        return RecordStore.of(site, new Operator(stack), tenant, "2.0.0", "\"all\"");
    }

    /** Its state, and what a search has found that should not be there. */
    private static String outcome(Rows eu, String request) {
        Optional<String> row = eu
                .lines("select state, outcome from privacy_request where id = unhex(?)", request.replace("-", ""))
                .stream()
                .findFirst();
        String[] told = row.orElseThrow().split("\\|", 2);
        return told[0] + " " + Json.readMap(told[1]).get("findings");
    }

    private static UUID uuid(byte[] id) {
        var bytes = ByteBuffer.wrap(id);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static String id(String hex) {
        return hex.toLowerCase(Locale.ROOT).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static String sha2(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
