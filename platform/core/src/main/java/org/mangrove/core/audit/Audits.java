package org.mangrove.core.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.audit.store.RunRow;
import org.mangrove.core.audit.store.RunStore;
import org.mangrove.core.content.Masters;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/**
 * Runs of the audit: one at a time in an enterprise. Nothing of a run is kept before it is done, so that one that was cut off is
 * simply begun anew by whoever notices that nobody works at it any more.
 */
@ApplicationScoped
public class Audits {

    private static final String DAYS = "mangrove.audit.every-days";
    private static final int WEEK = 7;
    private static final int SHOWN = 10;

    /** Who works at a run says so every few seconds. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    /** What has ended its node three times would end the next one, too. */
    private static final int MOST_ATTEMPTS = 3;

    @Inject
    RunStore store;

    @Inject
    FoundAnew foundAnew;

    @Inject
    Masters masters;

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    /** @throws Refusal.Conflict if one is open already */
    @AgainIfOvertaken
    @Transactional
    public UUID ask(EnterpriseId enterprise, UUID actor) {
        if (store.findOpen(enterprise).isPresent()) {
            throw new Refusal.Conflict(Message.of("audit.run.one-is-open"));
        }
        return add(enterprise, Optional.of(actor));
    }

    private UUID add(EnterpriseId enterprise, Optional<UUID> actor) {
        var row = new RunRow(enterprise, actor, now());
        store.add(row);
        return row.id();
    }

    /** Once more does no harm. */
    @Transactional
    public void stop(EnterpriseId enterprise) {
        store.findOpen(enterprise)
                .flatMap(open -> store.hold(enterprise, open))
                .filter(RunRow::isOpen)
                .ifPresent(open -> open.end(RunState.STOPPED, problem("stopped"), now()));
    }

    /** The newest first. */
    @Transactional
    public List<Run> latest(EnterpriseId enterprise) {
        return store.latest(enterprise, SHOWN).stream().map(Audits::run).toList();
    }

    /** The newest that came to its end. */
    @Transactional
    public Optional<Run> findDone(EnterpriseId enterprise) {
        return store.findDone(enterprise).map(Audits::run);
    }

    /** Asks for a run where the last one is so old that another one is due; the first, so long after the first course. */
    @AgainIfOvertaken
    @Transactional
    void askIfDue(EnterpriseId enterprise) {
        int days = everyDays();
        if (days == 0 || store.findOpen(enterprise).isPresent()) {
            return;
        }
        Optional<Instant> since = store.latest(enterprise, 1).stream()
                .findFirst()
                .map(RunRow::askedAt)
                .or(() -> masters.begunAt(enterprise));
        if (since.filter(then -> !then.plus(Period.ofDays(days)).isAfter(clock.instant()))
                .isPresent()) {
            add(enterprise, Optional.empty());
        }
    }

    /** After how many days a run is due; 0 for never. */
    public int everyDays() {
        return configuration.findDays(DAYS, WEEK);
    }

    /** The open run, if nobody works at it. @param node who works at it from now on */
    @Transactional
    Optional<UUID> take(EnterpriseId enterprise, UUID node) {
        Optional<RunRow> open = store.findOpen(enterprise).flatMap(id -> store.hold(enterprise, id));
        Instant now = now();
        if (open.filter(RunRow::isOpen).isEmpty()
                || open.get()
                        .beatAt()
                        .filter(beat -> beat.plus(SILENCE).isAfter(now))
                        .isPresent()) {
            return Optional.empty();
        }
        RunRow run = open.get();
        if (run.attempts() >= MOST_ATTEMPTS) {
            run.end(RunState.FAILED, problem("cut-off"), now);
            return Optional.empty();
        }
        run.take(node, now);
        return Optional.of(run.id());
    }

    /** @return whether the run is still this node's to work at */
    @Transactional
    boolean beat(EnterpriseId enterprise, UUID run, UUID node, String step, int done) {
        Optional<RunRow> row = store.hold(enterprise, run).filter(there -> there.isOf(node));
        row.ifPresent(there -> there.beat(step, done, now()));
        return row.isPresent();
    }

    /** All that was found, or nothing. @return whether it was still this node's */
    @Transactional
    boolean finish(EnterpriseId enterprise, UUID run, UUID node, AuditReport report, Inventories.Taken taken) {
        Optional<RunRow> row = store.hold(enterprise, run).filter(there -> there.isOf(node));
        row.ifPresent(there -> there.end(
                RunState.DONE, Definitions.write(foundAnew.write(enterprise, run, report, taken, now())), now()));
        return row.isPresent();
    }

    @Transactional
    void fail(EnterpriseId enterprise, UUID run, UUID node, String problem) {
        store.hold(enterprise, run)
                .filter(there -> there.isOf(node))
                .ifPresent(there -> there.end(RunState.FAILED, problem(problem), now()));
    }

    private String problem(String problem) {
        return Definitions.write(RunOutcome.problem(problem, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    private static Run run(RunRow row) {
        return new Run(
                row.id(),
                RunState.valueOf(row.state()),
                row.askedAt(),
                row.askedBy(),
                row.attempts(),
                row.step(),
                row.stepsDone(),
                row.endedAt(),
                row.isOpen() ? Optional.empty() : Optional.of(Definitions.read(row.document(), RunOutcome.class)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
