package org.mangrove.core.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.quality.store.WaiverRow;
import org.mangrove.core.quality.store.WaiverStore;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** What is not insisted on, in which course, why and until when. A waiver that has run out counts no more, and is kept. */
@ApplicationScoped
public class Waivers {

    /** Whoever needs longer says once a year why. */
    public static final int LONGEST_IN_DAYS = 366;

    private static final int MOST = 200;
    private static final int LONGEST_REASON = 1_000;

    @Inject
    WaiverStore store;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    /** Those of a course, the newest first; also those that count no more. */
    @Transactional
    public List<Waiver> of(EnterpriseId enterprise, String course) {
        return store.of(enterprise, course, MOST).stream()
                .flatMap(row -> row.waiver().stream())
                .toList();
    }

    /** The criteria that are not insisted on today. */
    @Transactional
    public Set<CriterionKind> holding(EnterpriseId enterprise, String course) {
        return of(enterprise, course).stream()
                .filter(waiver -> waiver.holdsOn(today()))
                .map(Waiver::criterion)
                .collect(Collectors.toSet());
    }

    /**
     * @param lastDay on which it counts
     * @throws Refusal.Invalid if nobody is told why, or until when
     * @throws Refusal.Conflict if there are too many
     */
    @Transactional
    public UUID give(
            EnterpriseId enterprise,
            UUID actor,
            String course,
            CriterionKind criterion,
            String reason,
            LocalDate lastDay) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal.Invalid(
                    "reason", Message.of("quality.waiver.no-reason").with("most", LONGEST_REASON));
        }
        if (lastDay.isBefore(today()) || lastDay.isAfter(today().plusDays(LONGEST_IN_DAYS))) {
            throw noDay();
        }
        if (store.of(enterprise, course, MOST).size() >= MOST) {
            throw new Refusal.Conflict(Message.of("quality.waiver.too-many").with("most", MOST));
        }
        var row = new WaiverRow(
                enterprise,
                actor,
                course,
                criterion,
                reason,
                lastDay,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.add(row);
        row.waiver().ifPresent(waiver -> record(enterprise, actor, course, DecisionKind.WAIVER_GIVEN, waiver, reason));
        return row.id();
    }

    /** Once more does no harm. @throws Refusal.NotFound if the course has no such waiver */
    @Transactional
    public void takeBack(EnterpriseId enterprise, UUID actor, String course, UUID waiver) {
        WaiverRow row = store.find(enterprise, waiver)
                .filter(there -> there.course().equals(course))
                .orElseThrow(() -> new Refusal.NotFound(Message.of("quality.waiver.not-found")));
        boolean stood =
                row.waiver().filter(given -> given.takenBackAt().isEmpty()).isPresent();
        row.takeBack(actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (stood) {
            row.waiver()
                    .ifPresent(taken -> record(enterprise, actor, course, DecisionKind.WAIVER_TAKEN_BACK, taken, ""));
        }
    }

    private void record(
            EnterpriseId enterprise, UUID actor, String course, DecisionKind kind, Waiver waiver, String reason) {
        decisions.record(
                enterprise,
                new Decided(
                        kind,
                        AssetVersion.TYPE,
                        course,
                        List.of(),
                        Map.of(
                                "waiver", waiver.id().toString(),
                                "criterion", waiver.criterion().word(),
                                "last-day", waiver.lastDay().toString()),
                        ""),
                actor,
                reason);
    }

    /** What is said to whoever has written no day that can be. */
    public static Refusal.Invalid noDay() {
        return new Refusal.Invalid(
                "lastDay", Message.of("quality.waiver.no-day").with("most", LONGEST_IN_DAYS));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
