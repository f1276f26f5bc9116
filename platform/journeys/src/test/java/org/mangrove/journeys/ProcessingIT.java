package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What follows from what happened, as those see it who look after a tenant or after the platform. */
@ExtendWith(WholeStack.class)
class ProcessingIT {

    /** Of a tenant that forwards nothing: one who reads the same events would fail at them, too. */
    private static final String PAGE = Learner.UWE.at("/admin/dead-letters");

    private static final String VERIFY = "/operator/api/records/verify?tenant=" + Learner.THOMAS.tenant();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void an_admin_sends_again_what_could_not_be_processed_and_sets_aside_what_never_will_be(
            WholeStack.Site site, Stack stack) throws InterruptedException {
        Rows eu = Rows.ofCell(stack, "eu");
        long tenant = number(eu, Learner.UWE.tenant());
        publish(eu, tenant, "ad");
        publish(eu, tenant, "ae");
        try (var uwe = new Visitor(site, "de");
                var maria = new Visitor(site, "de")) {
            uwe.signOn(Learner.UWE);
            maria.signOn(Learner.MARIA);
            awaitDeadLetters(eu, tenant, 2);

            assertThat(maria.go(PAGE).status()).isEqualTo(403);
            assertThat(uwe.go(PAGE).text())
                    .contains("<code>rollups</code>", "<code>StatementsStored</code>")
                    .contains("Das Ereignis ist in einer Form geschrieben, die nicht verstanden wird.")
                    .doesNotContain("nonsense");

            assertThat(uwe.submit(PAGE + "/again", Map.of()).text()).contains("2 Ereignisse sind wieder gescheitert");
            assertThat(uwe.go(PAGE).text()).contains("2-mal versucht");

            mend(eu, "ad");
            assertThat(uwe.submit(PAGE + "/again", Map.of("letter", List.of("rollups " + id("ad"))))
                            .text())
                    .contains("1 Ereignis wurde verarbeitet.");
            assertThat(uwe.submit(PAGE + "/dropped", Map.of("letter", List.of("rollups " + id("ae"))))
                            .text())
                    .contains("Es wurde endgültig beiseitegelegt.");
            assertThat(uwe.go(PAGE).text()).contains("Alles wurde verarbeitet");
            assertThat(uwe.submit(PAGE + "/again", Map.of("letter", List.of("rollups " + id("ae"))))
                            .text())
                    .contains("Hier ist nichts mehr zu tun.");
        } finally {
            eu.change("delete from events_dead_letter where reader = 'rollups'");
            eu.change("update events_outbox set payload = '{\"positions\": []}' where payload like '%nonsense%'");
        }
    }

    @Test
    void an_operator_has_the_rollups_recounted_and_made_anew(WholeStack.Site site, Stack stack) {
        Rows eu = Rows.ofCell(stack, "eu");
        long tenant = number(eu, Learner.THOMAS.tenant());
        var operator = new Operator(stack);
        try (var thomas = new Visitor(site, "de")) {
            thomas.signOn(Learner.THOMAS);
            thomas.submit(Learner.THOMAS.at("/courses/giving-feedback-at-work/enrolment"), Map.of());
        }
        assertThat(differences(operator)).isZero();

        eu.change(
                "insert into rollups_day (tenant_id, kind, term, happened_on, statements) values (?, 5, ?, ?, 3)",
                tenant,
                new byte[16],
                "2026-01-15");
        assertThat(differences(operator)).isOne();
        assertThat(String.valueOf(verified(operator).get("first")))
                .contains("VERB", "2026-01-15", "kept=3", "counted=0");

        operator.post("/operator/api/events/replays?reader=rollups&from=0").must();
        assertThat(differences(operator)).isZero();
        assertThat(operator.post("/operator/api/events/replays?reader=nobody&from=0")
                        .status())
                .isEqualTo(404);
        assertThat(operator.get("/operator/api/events").must().text()).contains("rollups");
    }

    private static int differences(Operator operator) {
        return ((Number) Objects.requireNonNull(verified(operator).get("differences"))).intValue();
    }

    private static Map<?, ?> verified(Operator operator) {
        return operator.post(VERIFY).must().list("tenants").getFirst();
    }

    private static void publish(Rows eu, long tenant, String id) {
        eu.change(
                "insert into events_outbox (tenant_id, id, type, payload, occurred_at)"
                        + " values (?, unhex(repeat(?, 16)), 'StatementsStored', '{\"positions\": \"nonsense\"}', now(6))",
                tenant,
                id);
    }

    private static void mend(Rows eu, String id) {
        eu.change("update events_outbox set payload = '{\"positions\": []}' where id = unhex(repeat(?, 16))", id);
    }

    private static String id(String twice) {
        String all = twice.repeat(16);
        return "%s-%s-%s-%s-%s"
                .formatted(
                        all.substring(0, 8),
                        all.substring(8, 12),
                        all.substring(12, 16),
                        all.substring(16, 20),
                        all.substring(20));
    }

    private static void awaitDeadLetters(Rows eu, long tenant, long count) throws InterruptedException {
        String sql = "select count(*) from events_dead_letter where reader = 'rollups' and tenant_id = ?";
        Instant end = Instant.now().plus(PATIENCE);
        while (eu.number(sql, tenant) < count && Instant.now().isBefore(end)) {
            Thread.sleep(200);
        }
        assertThat(eu.number(sql, tenant)).isEqualTo(count);
    }

    private static long number(Rows eu, String slug) {
        return eu.number("select tenant_id from tenancy_tenant where slug = ?", slug);
    }
}
