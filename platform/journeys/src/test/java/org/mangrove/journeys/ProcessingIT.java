package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What follows from what happened, as those see it who look after a tenant or after the platform. */
@ExtendWith(WholeStack.class)
class ProcessingIT {

    private static final String VERIFY = "/operator/api/records/verify?tenant=" + Learner.THOMAS.tenant();

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

    private static long number(Rows eu, String slug) {
        return eu.number("select tenant_id from tenancy_tenant where slug = ?", slug);
    }
}
