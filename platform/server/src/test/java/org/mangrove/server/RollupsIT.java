package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.events.DomainEvent;
import org.mangrove.core.events.EventReader;
import org.mangrove.core.events.Relay;
import org.mangrove.core.events.Replays;
import org.mangrove.core.events.StoredEvent;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.Statements;
import org.mangrove.core.rollups.DayRange;
import org.mangrove.core.rollups.RollupKind;
import org.mangrove.core.rollups.RollupReader;
import org.mangrove.core.rollups.Rollups;
import org.mangrove.core.rollups.TermCount;
import org.mangrove.core.rollups.TermPage;
import org.mangrove.core.rollups.Verification;
import org.mangrove.core.rollups.Verifying;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.TenantId;

/** Rollups say what a recount of the raw statements says, whatever happens on the way. */
@ArquillianTest
class RollupsIT {

    private static final DayRange EVER = new DayRange(LocalDate.of(1970, 1, 1), LocalDate.of(2999, 12, 31));

    @Inject
    Statements statements;

    @Inject
    Rollups rollups;

    @Inject
    Verifying verifying;

    @Inject
    Replays replays;

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
    void statements_in_any_order_with_voidings_are_counted_as_a_recount_does() {
        long before = rollups.total(acmeDe().tenant().id(), EVER);
        SomeStatements.store(statements, acmeDe(), new SomeStatements(1).take(300), 7);

        assertThat(verified(acmeDe()).read()).isGreaterThan(0);
        read();

        assertThat(verified(acmeDe()))
                .returns(0L, Verification::differences)
                .satisfies(all -> assertThat(all.read()).isEqualTo(all.statements()));
        assertThat(rollups.total(acmeDe().tenant().id(), EVER) - before).isBetween(280L, 340L);
        assertThat(desk.number("select count(*) from rollups_day where statements < 0"))
                .isZero();
    }

    @Test
    void a_statement_that_is_taken_back_twice_or_before_it_comes_counts_once_or_not_at_all() {
        TenantId tenant = neighbours.acmeDe();
        String verb = SomeStatements.VERB + UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID kept = UUID.randomUUID();

        store(voiding(first), voiding(second));
        store(ordinary(first, verb), ordinary(kept, verb));
        store(ordinary(second, verb));
        store(voiding(first));
        store(voiding(second), voiding(UUID.randomUUID()));

        assertThat(rollups.total(tenant, RollupKind.VERB, terms.verb(verb), EVER))
                .isOne();
        store(voiding(kept));
        store(voiding(kept));
        assertThat(rollups.total(tenant, RollupKind.VERB, terms.verb(verb), EVER))
                .isZero();
        assertThat(verified(acmeDe()).differences()).isZero();
    }

    @Test
    void a_late_statement_counts_on_the_day_on_which_it_happened_in_the_zone_of_its_tenant() {
        String verb = SomeStatements.VERB + UUID.randomUUID();
        store(ordinary(UUID.randomUUID(), verb).replace("2026-03-03T10:00:00Z", "2020-06-30T22:30:00Z"));

        assertThat(rollups.byDay(neighbours.acmeDe(), RollupKind.VERB, terms.verb(verb), EVER))
                .singleElement()
                .satisfies(count -> assertThat(count.day()).isEqualTo(LocalDate.of(2020, 7, 1)));
    }

    @Test
    void a_reader_that_fails_in_the_middle_counts_nothing_and_then_everything_once() {
        EventReader real = desk.reader(RollupReader.NAME);
        var failing = new Failing(real);
        SomeStatements.store(statements, acmeDe(), new SomeStatements(2).take(60), 5);
        relay.number(EventDesk.CELL);

        int failures = 0;
        for (int i = 0; i < 5; i++) {
            try {
                relay.deliver(EventDesk.CELL, failing, 3);
            } catch (RuntimeException onPurpose) {
                failures++;
            }
        }
        read();

        assertThat(failing.tried() == 0 || failures > 0).isTrue();
        assertThat(verified(acmeDe()).differences()).isZero();
    }

    @Test
    void a_rebuild_while_something_waits_ends_where_reading_would() {
        SomeStatements.store(statements, acmeDe(), new SomeStatements(3).take(80), 9);
        read();
        SomeStatements.store(statements, acmeDe(), new SomeStatements(4).take(80), 9);
        desk.rows("update rollups_day set statements = statements + 3 where tenant_id = "
                + acmeDe().tenant().id().number());

        List<Replays.Replayed> done = replays.replay(RollupReader.NAME, "0");

        assertThat(done).anySatisfy(each -> assertThat(each.rebuilt()).isPositive());
        assertThat(verified(acmeDe()).differences()).isZero();
        read();
        assertThat(verified(acmeDe()).differences()).isZero();
        assertThat(verified(acmeDe()).read()).isEqualTo(verified(acmeDe()).statements());
    }

    @Test
    void a_wrong_sum_a_missing_one_and_one_too_many_are_named() {
        String verb = SomeStatements.VERB + UUID.randomUUID();
        store(ordinary(UUID.randomUUID(), verb), ordinary(UUID.randomUUID(), verb));
        int tenant = neighbours.acmeDe().number();
        String where = " where tenant_id = " + tenant + " and kind = 5 and term = unhex('"
                + terms.verb(verb).toString().replace("-", "") + "')";
        assertThat(verified(acmeDe()).differences()).isZero();

        desk.rows("update rollups_day set statements = 7" + where);
        assertThat(verified(acmeDe()).first())
                .containsExactly(
                        new Verification.Difference(RollupKind.VERB, terms.verb(verb), LocalDate.of(2026, 3, 3), 2, 7));

        desk.rows("delete from rollups_day" + where);
        assertThat(verified(acmeDe()).first())
                .containsExactly(
                        new Verification.Difference(RollupKind.VERB, terms.verb(verb), LocalDate.of(2026, 3, 3), 2, 0));

        desk.rows("insert into rollups_day (tenant_id, kind, term, happened_on, statements) values (" + tenant
                + ", 2, unhex(repeat('ab', 16)), '2026-03-03', 4)");
        assertThat(verified(acmeDe()).differences()).isEqualTo(2);
        replays.replay(RollupReader.NAME, "0");
        assertThat(verified(acmeDe()).differences()).isZero();
    }

    @Test
    void a_wrong_sum_of_something_that_was_taken_back_is_named_too() {
        String verb = SomeStatements.VERB + UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        store(ordinary(gone, verb));
        store(voiding(gone));
        int tenant = neighbours.acmeDe().number();

        desk.rows(
                "update rollups_day set statements = 1 where tenant_id = " + tenant + " and kind = 5 and term = unhex('"
                        + terms.verb(verb).toString().replace("-", "") + "')");

        assertThat(verified(acmeDe()).first())
                .containsExactly(
                        new Verification.Difference(RollupKind.VERB, terms.verb(verb), LocalDate.of(2026, 3, 3), 0, 1));
        replays.replay(RollupReader.NAME, "0");
        assertThat(verified(acmeDe()).differences()).isZero();
    }

    @Test
    void a_recount_is_right_while_statements_arrive() {
        long before = verified(acmeDe()).statements();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 20; i++) {
                SomeStatements.store(statements, acmeDe(), new SomeStatements(100 + i).take(25), 5);
            }
        });
        var found = new ArrayList<Verification>();
        while (!writing.isDone()) {
            found.add(verified(acmeDe()));
        }
        writing.join();

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.differences()).isZero());
        assertThat(verified(acmeDe()).statements() - before).isEqualTo(20 * (25 + 2 + 1));
    }

    @Test
    void pages_of_sums_hold_each_term_once_and_add_up_to_the_whole() {
        SomeStatements.store(statements, acmeDe(), new SomeStatements(5).take(60), 20);
        read();
        TenantId tenant = neighbours.acmeDe();
        var all = new ArrayList<TermCount>();
        Optional<UUID> after = Optional.empty();
        do {
            TermPage page = rollups.byTerm(tenant, RollupKind.VERB, EVER, after, 2);
            all.addAll(page.counts());
            after = page.next();
        } while (after.isPresent());

        assertThat(new HashSet<>(all.stream().map(TermCount::term).toList())).hasSameSizeAs(all);
        assertThat(all.stream().mapToLong(TermCount::statements).sum()).isEqualTo(rollups.total(tenant, EVER));
        assertThat(rollups.highest(tenant, RollupKind.VERB, EVER, 1).getFirst().statements())
                .isEqualTo(all.stream().mapToLong(TermCount::statements).max().orElseThrow());
    }

    @Test
    void what_one_tenant_does_is_in_no_sum_of_another() {
        read();
        var neighbour = tenants.find(neighbours.borealisDe()).orElseThrow();
        long before = rollups.total(neighbours.borealisDe(), EVER);
        List<String> same = new SomeStatements(6).take(40);

        SomeStatements.store(statements, acmeDe(), same, 10);
        read();
        assertThat(rollups.total(neighbours.borealisDe(), EVER)).isEqualTo(before);

        SomeStatements.store(statements, neighbour, same, 10);
        read();
        assertThat(verified(neighbour).differences()).isZero();
        assertThat(verified(acmeDe()).differences()).isZero();
        assertThat(rollups.byTerm(neighbours.borealisDe(), RollupKind.PERSON, EVER, Optional.empty(), 1000)
                        .counts())
                .extracting(TermCount::term)
                .doesNotContainAnyElementsOf(
                        rollups
                                .byTerm(neighbours.acmeDe(), RollupKind.PERSON, EVER, Optional.empty(), 1000)
                                .counts()
                                .stream()
                                .map(TermCount::term)
                                .toList());
    }

    @Test
    void who_has_nothing_to_do_with_a_reader_cannot_replay_it() {
        assertThatThrownBy(() -> replays.replay("nobody", "0")).hasMessageContaining("no-reader");
    }

    /** Reads as the real one does, and fails afterwards. */
    private static final class Failing implements EventReader {

        private final EventReader real;
        private int tried;

        Failing(EventReader real) {
            this.real = real;
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public Set<Class<? extends DomainEvent>> events() {
            return real.events();
        }

        @Override
        public void read(TenantId tenant, StoredEvent event) {
            tried++;
            real.read(tenant, event);
            throw new IllegalStateException("on purpose");
        }

        int tried() {
            return tried;
        }
    }

    private void store(String... written) {
        SomeStatements.store(statements, acmeDe(), List.of(written), 50);
        read();
    }

    private static String ordinary(UUID id, String verb) {
        return """
                {"id": "%s", "actor": {"mbox": "mailto:a@example.org"}, "verb": {"id": "%s"},
                 "object": {"id": "https://example.org/x"}, "timestamp": "2026-03-03T10:00:00Z"}
                """.formatted(id, verb);
    }

    private static String voiding(UUID target) {
        return """
                {"id": "%s", "actor": {"mbox": "mailto:a@example.org"}, "verb": {"id": "%svoided"},
                 "object": {"objectType": "StatementRef", "id": "%s"}, "timestamp": "2026-03-03T10:00:00Z"}
                """.formatted(UUID.randomUUID(), SomeStatements.VERB, target);
    }

    private void read() {
        desk.deliverAll(desk.reader(RollupReader.NAME));
    }

    private Verification verified(TenantProfile tenant) {
        return verifying.verify(tenant);
    }

    private TenantProfile acmeDe() {
        return tenants.find(neighbours.acmeDe()).orElseThrow();
    }
}
