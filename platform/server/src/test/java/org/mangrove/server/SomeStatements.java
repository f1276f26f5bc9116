package org.mangrove.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.records.StatementBatch;
import org.mangrove.core.records.Statements;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.xapi.Limits;
import org.mangrove.core.xapi.StatementReader;
import org.mangrove.core.xapi.XapiVersion;

/** Statements of all kinds, drawn at random: of persons, groups and teams, before and after clocks change, and taken back. */
final class SomeStatements {

    static final String VERB = "http://adlnet.gov/expapi/verbs/";
    private static final StatementReader READER = new StatementReader(XapiVersion.V1_0_3, Limits.usual());
    private static final Instant BEGIN = Instant.parse("2025-10-20T00:00:00Z");
    private static final int SECONDS = 200 * 24 * 3600;

    private final Random random;
    private final List<UUID> ids = new ArrayList<>();
    private final List<String> written = new ArrayList<>();

    SomeStatements(long seed) {
        this.random = new Random(seed);
    }

    /** So many, in no order, of which some take others back, and some take back what comes later, never comes, or is gone. */
    List<String> take(int count) {
        for (int i = 0; i < count; i++) {
            add();
        }
        for (int i = 0; i < count / 10; i++) {
            voiding(ids.get(random.nextInt(ids.size())));
        }
        voiding(UUID.randomUUID());
        Collections.shuffle(written, random);
        return List.copyOf(written);
    }

    private void add() {
        UUID id = new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
        ids.add(id);
        String object = switch (random.nextInt(6)) {
            case 0 -> "{\"objectType\": \"Agent\", \"mbox\": \"mailto:o%d@example.org\"}".formatted(random.nextInt(3));
            case 1 -> "{\"id\": \"https://example.org/täglich/%d?a=b\"}".formatted(random.nextInt(3));
            default ->
                "{\"objectType\": \"Activity\", \"id\": \"https://example.org/a/%d\"}".formatted(random.nextInt(7));
        };
        written.add("""
                {"id": "%s", "actor": %s, "verb": {"id": "%s"}, "object": %s%s, "timestamp": "%s"}
                """.formatted(id, actor(), VERB + random.nextInt(4), object, context(), time()));
    }

    private String actor() {
        return switch (random.nextInt(8)) {
            case 0 -> "{\"objectType\": \"Group\", \"member\": [{\"mbox\": \"mailto:p1@example.org\"}]}";
            case 1 -> "{\"account\": {\"homePage\": \"https://example.org\", \"name\": \"p\\u00e9\"}}";
            default -> "{\"mbox\": \"mailto:p%d@Example.org\"}".formatted(random.nextInt(5));
        };
    }

    private String context() {
        String team = "{\"objectType\": \"Group\", \"name\": \"Team %d\", \"mbox\": \"mailto:t%d@example.org\"}";
        return switch (random.nextInt(5)) {
            case 0 -> ", \"context\": {\"team\": " + team.formatted(random.nextInt(3), random.nextInt(2)) + "}";
            case 1 ->
                ", \"context\": {\"team\": {\"objectType\": \"Group\", \"member\": [{\"mbox\": \"mailto:m@example.org\"}]}}";
            case 2 -> ", \"context\": {\"language\": \"de\"}";
            default -> "";
        };
    }

    /** Mostly around midnight in Berlin, where it matters on which side of it. */
    private String time() {
        Instant time = BEGIN.plusSeconds(random.nextInt(SECONDS));
        if (random.nextBoolean()) {
            String day = time.toString().substring(0, 10);
            return day
                    + "T2%d:%02d:%02d.%03d"
                            .formatted(random.nextInt(4), random.nextInt(60), random.nextInt(60), random.nextInt(1000))
                    + (random.nextBoolean() ? "Z" : "+05:45");
        }
        return time.toString();
    }

    private void voiding(UUID target) {
        UUID id = UUID.randomUUID();
        if (random.nextInt(4) == 0) {
            ids.add(id);
        }
        written.add("""
                {"id": "%s", "actor": {"mbox": "mailto:admin@example.org"}, "verb": {"id": "%svoided"},
                 "object": {"objectType": "StatementRef", "id": "%s"}, "timestamp": "%s"}
                """.formatted(id, VERB, target, time()));
    }

    /** Has them stored, a few at a time. */
    static void store(Statements statements, TenantProfile tenant, List<String> written, int atOnce) {
        var authority = JsonNodeFactory.instance.objectNode();
        authority.put("mbox", "mailto:source@example.org");
        var caller = new XapiCaller(tenant, new UUID(7, 7), false, authority, Set.of(Scope.ALL));
        for (int from = 0; from < written.size(); from += atOnce) {
            try (StatementBatch batch = statements.begin(caller, XapiVersion.V1_0_3)) {
                for (String each : written.subList(from, Math.min(written.size(), from + atOnce))) {
                    var statement = READER.read(each.getBytes(StandardCharsets.UTF_8));
                    batch.add(statement.id().orElseThrow(), statement, List.of());
                }
                batch.store();
            }
        }
    }
}
