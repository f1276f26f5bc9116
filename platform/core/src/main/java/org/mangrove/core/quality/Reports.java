package org.mangrove.core.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Candidate;
import org.mangrove.core.content.Masters;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.quality.KeptReport.Outcome;
import org.mangrove.core.quality.store.ReportRow;
import org.mangrove.core.quality.store.ReportStore;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** How good courses are, and were. */
@ApplicationScoped
public class Reports {

    private static final int MOST = 50;

    @Inject
    ReportStore store;

    @Inject
    Masters masters;

    @Inject
    RuleBook rules;

    @Inject
    Rubrics rubrics;

    @Inject
    Waivers waivers;

    @Inject
    Clock clock;

    /**
     * How a course does.
     *
     * @param version the newest; empty if none was published yet
     * @param today how it would be judged now, when days have passed; empty if there is none
     * @param refused what was refused after it, if anything
     * @param history as they were published, the newest first
     * @param waived what is not insisted on now
     */
    public record Standing(
            Optional<AssetVersion> version,
            Optional<Report> today,
            Optional<KeptReport> refused,
            List<KeptReport> history,
            List<Waiver> waivers,
            Set<CriterionKind> waived,
            Rubric rubric) {

        /** What is wrong in the newest version and was not in the one before, as far as that was judged. */
        public Optional<List<Finding>> newFindings() {
            return before().flatMap(before -> today.map(now -> now.since(before.report())));
        }

        /** What was wrong in the version before and is not any more. */
        public Optional<List<Finding>> mended() {
            return before().flatMap(before -> today.map(now -> before.report().since(now)));
        }

        private Optional<KeptReport> before() {
            int newest = version.map(AssetVersion::no).orElse(0);
            return history.stream().filter(kept -> kept.number() < newest).findFirst();
        }
    }

    /** @throws Refusal.NotFound if nobody has ever wanted to publish such a course */
    @Transactional
    public Standing of(EnterpriseId enterprise, String course) {
        Optional<Candidate> newest = masters.findNewest(enterprise, course);
        int number = newest.map(candidate -> candidate.version().no()).orElse(0);
        Optional<KeptReport> refused = store.of(enterprise, course, Outcome.REFUSED, 1).stream()
                .map(ReportRow::report)
                .filter(kept -> kept.number() > number)
                .findFirst();
        if (newest.isEmpty() && refused.isEmpty()) {
            throw unknown();
        }
        Rubric rubric = rubrics.of(enterprise);
        return new Standing(
                newest.map(Candidate::version),
                newest.map(candidate -> judge(enterprise, candidate, rubric)),
                refused,
                store.of(enterprise, course, Outcome.PUBLISHED, MOST).stream()
                        .map(ReportRow::report)
                        .toList(),
                waivers.of(enterprise, course),
                waivers.holding(enterprise, course),
                rubric);
    }

    /** @throws Refusal.NotFound if nobody has ever wanted to publish such a course */
    @Transactional
    public void mustKnow(EnterpriseId enterprise, String course) {
        if (masters.findNewest(enterprise, course).isEmpty()
                && store.of(enterprise, course, Outcome.REFUSED, 1).isEmpty()) {
            throw unknown();
        }
    }

    private static Refusal.NotFound unknown() {
        return new Refusal.NotFound(Message.of("content.course.not-found"));
    }

    /** What waits because it was refused, the newest first. Once it was mended, a version of its number was published. */
    @Transactional
    public List<KeptReport> refused(EnterpriseId enterprise) {
        return store.latest(enterprise, Outcome.REFUSED, MOST).stream()
                .map(ReportRow::report)
                .filter(refused -> store.find(enterprise, refused.course(), refused.number(), Outcome.PUBLISHED)
                        .isEmpty())
                .toList();
    }

    /** As of today. */
    @Transactional
    public Report judge(EnterpriseId enterprise, Candidate candidate) {
        return judge(enterprise, candidate, rubrics.of(enterprise));
    }

    private Report judge(EnterpriseId enterprise, Candidate candidate, Rubric rubric) {
        // what a law ends is what a regulatory version is there for; it is not shown before somebody has verified it
        // anew
        boolean mayAnswerALaw = candidate.version().change() == ChangeClass.REGULATORY;
        List<Claim> claims = rules
                .of(enterprise, AssetVersion.TYPE, candidate.version().key())
                .claims()
                .stream()
                .filter(made -> !mayAnswerALaw || made.endedBy().isEmpty())
                .map(RuleBook.MadeClaim::claim)
                .toList();
        return Examination.of(
                new Subject(candidate, claims, rubric, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    /** In the transaction of the publication: no version without its report. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keepPublished(EnterpriseId enterprise, UUID actor, AssetVersion version, Report report) {
        keep(enterprise, actor, version, report, Outcome.PUBLISHED);
    }

    /** In a transaction of its own, since that of the publication ends with nothing. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void keepRefused(EnterpriseId enterprise, UUID actor, AssetVersion version, Report report) {
        keep(enterprise, actor, version, report, Outcome.REFUSED);
    }

    private void keep(EnterpriseId enterprise, UUID actor, AssetVersion version, Report report, Outcome outcome) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.find(enterprise, version.key(), version.no(), outcome)
                .ifPresentOrElse(
                        row -> row.judgeAgain(actor, report, now),
                        () -> store.add(
                                new ReportRow(enterprise, version.key(), version.no(), outcome, actor, report, now)));
    }
}
