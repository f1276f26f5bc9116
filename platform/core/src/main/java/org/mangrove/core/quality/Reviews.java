package org.mangrove.core.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.ReviewHorizon;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.tenancy.EnterpriseId;

/**
 * What has to be looked at again, and who has to see to it. Worked out from the day of the review and the rubric, and never
 * stored: nothing has to run when a day passes, and a clock that jumps is right at once.
 */
@ApplicationScoped
public class Reviews implements ReviewHorizon {

    @Inject
    Masters masters;

    @Inject
    Rubrics rubrics;

    @Inject
    Clock clock;

    /** Who is asked, each with those before. */
    public enum Asked {
        OWNER,
        STEWARD,
        GOVERNOR;

        static Asked of(Rubric.Escalation escalation, long daysLeft) {
            long over = -daysLeft;
            return over >= escalation.governor() ? GOVERNOR : over >= escalation.steward() ? STEWARD : OWNER;
        }
    }

    /**
     * A course that waits for a review.
     *
     * @param daysLeft until the day of the review; below zero after it
     */
    public record Waiting(CourseFacts facts, Text title, long daysLeft, Asked asked) {

        public boolean isOverdue() {
            return daysLeft < 0;
        }
    }

    /** Those that are due soon, or were, the most urgent first. @param chain the languages that titles are wanted in */
    @Transactional
    public List<Waiting> of(EnterpriseId enterprise, List<Locale> chain) {
        Rubric.Escalation escalation = rubrics.of(enterprise).escalation();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return masters.all(enterprise, chain).stream()
                .map(summary -> waiting(summary, escalation, today))
                .filter(waiting -> waiting.daysLeft() <= escalation.soon())
                .sorted(Comparator.comparingLong(Waiting::daysLeft))
                .toList();
    }

    private static Waiting waiting(Masters.Summary summary, Rubric.Escalation escalation, LocalDate today) {
        CourseFacts facts = summary.version().facts();
        long left = ChronoUnit.DAYS.between(today, facts.reviewDue());
        return new Waiting(facts, summary.title(), left, Asked.of(escalation, left));
    }

    @Override
    public int daysAhead(EnterpriseId enterprise) {
        return rubrics.of(enterprise).escalation().soon();
    }
}
