package org.mangrove.core.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.records.IndexedStatement;

class TallyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
    private static final UUID PERSON = new UUID(0, 1);
    private static final UUID VERB = new UUID(0, 2);

    private final Tally tally = new Tally();

    @Test
    void many_statements_of_a_day_are_one_sum_of_each_kind() {
        for (int times = 0; times < 100; times++) {
            tally.count(statement(Optional.of(PERSON)), 1);
        }

        assertThat(tally.taken())
                .hasSize(3)
                .containsEntry(new RollupCell(RollupKind.PERSON, PERSON, DAY), 100L)
                .containsEntry(new RollupCell(RollupKind.ORGANIZATION, RollupKind.WHOLE, DAY), 100L)
                .containsEntry(new RollupCell(RollupKind.VERB, VERB, DAY), 100L);
        assertThat(tally.taken()).isEmpty();
    }

    @Test
    void what_comes_and_goes_changes_nothing() {
        tally.count(statement(Optional.empty()), 1);
        tally.count(statement(Optional.empty()), -1);

        assertThat(tally.taken()).isEmpty();
    }

    private static IndexedStatement statement(Optional<UUID> actor) {
        return new IndexedStatement(
                UUID.randomUUID(),
                UUID.randomUUID(),
                actor,
                Optional.empty(),
                VERB,
                Optional.empty(),
                DAY,
                Optional.empty());
    }
}
