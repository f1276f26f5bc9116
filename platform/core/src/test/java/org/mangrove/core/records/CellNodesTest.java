package org.mangrove.core.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.ClockByHand;
import org.mangrove.core.records.store.NodeRows.Told;
import org.mangrove.core.refusal.Refusal.Unavailable;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

class CellNodesTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final TenantId TENANT = new TenantId(3);
    private static final UUID HERE = new UUID(0, 1);
    private static final UUID ELSEWHERE = new UUID(0, 2);
    private static final String CELL = "eu";

    private final ClockByHand clock = new ClockByHand(START);
    private final CellNodes nodes = new CellNodes();

    @BeforeEach
    void setUp() {
        nodes.clock = clock;
        nodes.unfinished = new Unfinished();
        nodes.unfinished.clock = clock;
        nodes.cells = new Cells() {
            @Override
            public List<String> all() {
                return List.of(CELL);
            }

            @Override
            public String cellOf(TenantId tenant) {
                return CELL;
            }
        };
    }

    @Test
    void a_node_that_is_alone_says_what_is_so_at_this_moment() {
        assertThat(nodes.joined(CELL, HERE, START, List.of())).isEqualTo(START);
        clock.set(START.plusMillis(700));

        assertThat(nodes.consistentThrough()).isEqualTo(START.plusMillis(700));

        Object storing = nodes.unfinished.begin();
        clock.set(START.plusMillis(900));
        assertThat(nodes.consistentThrough(CELL)).isEqualTo(START.plusMillis(700));
        nodes.unfinished.end(storing);
        assertThat(nodes.consistentThrough(CELL)).isEqualTo(START.plusMillis(900));
    }

    @Test
    void nothing_is_shown_that_another_node_has_not_told_to_be_there() {
        nodes.joined(CELL, HERE, START, List.of(other(START.minusSeconds(1), 20)));
        assertThat(nodes.consistentThrough()).isEqualTo(START.minusSeconds(1));

        clock.set(START.plusMillis(500));
        nodes.told(CELL, clock.instant(), List.of(other(START.plusMillis(300), 20), other(START.plusMillis(400), 20)));

        assertThat(nodes.consistentThrough()).isEqualTo(START.plusMillis(300));
    }

    @Test
    void who_has_not_asked_for_a_while_does_not_believe_to_know_all_others() {
        nodes.joined(CELL, HERE, START, List.of());
        clock.set(START.plusSeconds(9));

        assertThat(nodes.consistentThrough()).isEqualTo(START.plus(CellNodes.OTHERS_KNOWN));
    }

    @Test
    void a_newcomer_stores_nothing_before_those_that_are_there_know_of_it() {
        Instant from = nodes.joined(CELL, HERE, START, List.of(other(START, 300), other(START, 90_000)));
        clock.set(from.plusSeconds(1));

        assertThat(from).isEqualTo(START.plus(CellNodes.ARRIVAL));
        assertThat(CellNodes.ARRIVAL).isGreaterThan(CellNodes.OTHERS_KNOWN);
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> nodes.mustStand(List.of(at(from), at(from.minusMillis(1)))));
        nodes.mustStand(List.of(at(from)));
    }

    @Test
    void who_is_beside_a_node_that_is_gone_need_not_wait_for_it() {
        assertThat(nodes.joined(CELL, HERE, START, List.of(other(START, 90_000))))
                .isEqualTo(START);
    }

    @Test
    void who_has_told_nothing_for_a_while_stores_nothing_until_it_has_told_something() {
        nodes.joined(CELL, HERE, START, List.of());
        NewStatement statement = at(START);

        clock.set(START.plus(CellNodes.WORD_HOLDS).minusMillis(1));
        nodes.mustStand(List.of(statement));
        clock.set(START.plus(CellNodes.WORD_HOLDS));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> nodes.mustStand(List.of(statement)));
        nodes.told(CELL, clock.instant(), List.of());

        nodes.mustStand(List.of(statement));
        assertThat(CellNodes.TAKEN_FOR_GONE).isGreaterThan(CellNodes.WORD_HOLDS);
    }

    @Test
    void who_was_taken_for_gone_stores_nothing_that_was_begun_before() {
        nodes.joined(CELL, HERE, START, List.of());
        NewStatement before = at(START);

        nodes.left(CELL);
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> nodes.mustStand(List.of(before)));
        clock.set(START.plusSeconds(20));
        nodes.joined(CELL, ELSEWHERE, clock.instant(), List.of());

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> nodes.mustStand(List.of(before)));
        nodes.mustStand(List.of(at(clock.instant())));
    }

    private static Told other(Instant storedBefore, long silentMillis) {
        return new Told(ELSEWHERE, storedBefore, Duration.ofMillis(silentMillis));
    }

    private static NewStatement at(Instant time) {
        return new NewStatement(
                TENANT,
                new UUID(time.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L),
                new UUID(1, 1),
                new UUID(1, 2),
                Optional.empty(),
                new UUID(1, 3),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LocalDate.EPOCH,
                false,
                Map.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                new byte[0],
                List.of());
    }
}
