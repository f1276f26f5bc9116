package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.AcrossTheWall;
import org.mangrove.sdk.TenantId;
import org.mangrove.server.store.ProbeStore;

/** What a commit keeps and a rollback takes back, in the real container and database. */
@ArquillianTest
class TransactionsIT {

    private final String word = UUID.randomUUID().toString();

    @Inject
    ProbeStore probes;

    @Inject
    Neighbours neighbours;

    @BeforeEach
    void setUp() throws InterruptedException {
        neighbours.moveIn();
    }

    @Test
    void a_commit_keeps_all_300_rows() {
        probes.addMany(neighbours.acmeDe(), 300, word);

        assertThat(probes.count(neighbours.acmeDe(), word)).isEqualTo(300);
    }

    @Test
    void a_rollback_leaves_none_of_300_rows() {
        assertThatThrownBy(() -> probes.addManyAndFail(neighbours.acmeDe(), 300, word))
                .hasMessageContaining("on purpose");

        assertThat(probes.count(neighbours.acmeDe(), word)).isZero();
    }

    @Test
    void rows_are_reached_within_a_transaction_only() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> probes.addOutsideOfATransaction(neighbours.acmeDe()))
                .withMessageContaining("within a transaction only");
    }

    @Test
    void a_transaction_does_not_reach_into_a_second_cell_and_leaves_nothing_in_the_first() {
        long before = probes.count(neighbours.acmeDe(), "first");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> probes.addInTwoCells(neighbours.acmeDe(), neighbours.acmeSa()))
                .withMessageContaining("cannot reach into");

        assertThat(probes.count(neighbours.acmeDe(), "first")).isEqualTo(before);
    }

    @Test
    void another_tenant_of_the_same_cell_sees_nothing() {
        probes.addMany(neighbours.acmeDe(), 3, word);

        assertThat(probes.count(neighbours.borealisDe(), word)).isZero();
        assertThat(probes.all(neighbours.borealisDe()))
                .noneMatch(row -> row.word().equals(word));
    }

    @Test
    void another_tenants_row_is_not_found_by_its_id() {
        probes.addMany(neighbours.acmeDe(), 1, word);
        UUID id = probes.all(neighbours.acmeDe()).getFirst().id();

        assertThat(neighbours.find(neighbours.acmeDe(), id)).isPresent();
        assertThat(neighbours.find(neighbours.borealisDe(), id)).isEmpty();
    }

    @Test
    void plain_sql_without_its_tenant_is_refused_by_the_connection() {
        TenantId tenant = neighbours.acmeDe();

        assertThatExceptionOfType(AcrossTheWall.class)
                .isThrownBy(() -> probes.countByJdbc(tenant, "select count(*) from events_outbox"));
        assertThat(probes.countByJdbc(
                        tenant, "select count(*) from events_outbox where tenant_id = " + tenant.number()))
                .isNotNegative();
    }

    @Test
    void whoever_only_reads_sees_what_is_committed_meanwhile() {
        TenantId tenant = neighbours.acmeDe();

        assertThat(probes.countsWhileReading(tenant, word, () -> probes.addMany(tenant, 2, word)))
                .containsExactly(0L, 2L);
    }

    @Test
    void whoever_only_reads_changes_nothing_and_holds_nothing() {
        TenantId tenant = neighbours.acmeDe();
        probes.addMany(tenant, 1, word);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> probes.addWhileReading(tenant, word))
                .withMessageContaining("only reads");
        for (String sql : List.of(
                "delete from events_outbox where tenant_id = " + tenant.number(),
                "(select id from events_outbox where tenant_id = " + tenant.number() + " limit 1) for update")) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> probes.doWhileReading(tenant, sql))
                    .withMessageContaining("Only questions");
        }
        assertThatExceptionOfType(AcrossTheWall.class)
                .isThrownBy(() -> probes.doWhileReading(tenant, "select count(*) from events_outbox"));
        assertThat(probes.count(tenant, word)).isOne();
    }

    @Test
    void whoever_only_reads_does_not_reach_into_a_second_cell() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> probes.readInTwoCells(neighbours.acmeDe(), neighbours.acmeSa(), word))
                .withMessageContaining("cannot reach into");
    }
}
