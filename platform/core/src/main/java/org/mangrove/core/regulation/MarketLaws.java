package org.mangrove.core.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.learning.Completions;
import org.mangrove.core.learning.Renewal;
import org.mangrove.core.learning.RenewalSource;
import org.mangrove.core.regulation.store.AssignmentRow;
import org.mangrove.core.regulation.store.AssignmentStore;
import org.mangrove.core.regulation.store.LawChangeCopy;
import org.mangrove.core.regulation.store.LawChangeCopyStore;
import org.mangrove.core.regulation.store.RoundRow;
import org.mangrove.core.regulation.store.RoundStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** The laws that change in a market, what has to be learned again for them, and how far its people are. */
@ApplicationScoped
public class MarketLaws implements RenewalSource {

    static final int AT_ONCE = 500;
    private static final int MOST = 2_000;

    @Inject
    LawChangeCopyStore copies;

    @Inject
    RoundStore rounds;

    @Inject
    AssignmentStore assignments;

    @Inject
    Completions completions;

    @Inject
    Clock clock;

    /**
     * What a market has to do with a change.
     *
     * @param courses how far each course is whose people are written down
     */
    public record InMarket(LawNotice notice, List<OfCourse> courses, Instant now) {

        public InMarket {
            courses = List.copyOf(courses);
        }

        public Progress.OfChange figures() {
            return new Progress.OfChange(
                    notice.change().id(),
                    courses.stream().mapToInt(OfCourse::assigned).sum(),
                    courses.stream().mapToInt(OfCourse::learned).sum(),
                    courses.stream().mapToInt(OfCourse::erased).sum());
        }

        /** How far a course is, once it is written down who has to learn it again. */
        public Optional<OfCourse> find(String course) {
            return courses.stream().filter(each -> each.course().equals(course)).findFirst();
        }

        public boolean isInEffect() {
            return notice.change().isInEffect(now);
        }
    }

    /** @param learned how many have learned it again, those who were erased since among them */
    public record OfCourse(String course, Instant assignedAt, int assigned, int learned, int erased) {}

    /** Those that are about a place in which the market lies, the newest first. */
    @Transactional
    public List<LawNotice> notices(TenantProfile tenant) {
        return copies.all(tenant, MOST).stream()
                .map(LawChangeCopy::notice)
                .filter(notice -> notice.change().isOf(tenant.tenant().jurisdictions()))
                .sorted(Comparator.comparing(
                                (LawNotice notice) -> notice.change().announcedAt())
                        .reversed())
                .toList();
    }

    @Override
    public List<Renewal> of(TenantProfile tenant) {
        Instant now = clock.instant();
        return notices(tenant).stream()
                .flatMap(notice -> notice.inEffect(now).stream().map(course -> renewal(notice.change(), course)))
                .toList();
    }

    private static Renewal renewal(LawChange change, LawNotice.OfCourse course) {
        return new Renewal(
                course.course(),
                course.answer().orElseThrow().version(),
                course.due(change).orElseThrow(),
                change.legalReference(),
                Message.of("regulation.duty.reason").with("day", change.effectiveOn()));
    }

    /** Counts anew: some three milliseconds for each five hundred people. */
    @Transactional
    public List<InMarket> all(TenantProfile tenant) {
        Instant now = clock.instant();
        Map<UUID, List<RoundRow>> byChange =
                rounds.all(tenant.tenant().id(), MOST).stream().collect(Collectors.groupingBy(RoundRow::change));
        return notices(tenant).stream()
                .map(notice -> new InMarket(
                        notice,
                        byChange.getOrDefault(notice.change().id(), List.of()).stream()
                                .map(round -> ofCourse(tenant.tenant().id(), notice, round))
                                .toList(),
                        now))
                .toList();
    }

    @Transactional
    public Optional<InMarket> find(TenantProfile tenant, UUID change) {
        return all(tenant).stream()
                .filter(each -> each.notice().change().id().equals(change))
                .findFirst();
    }

    private OfCourse ofCourse(TenantId tenant, LawNotice notice, RoundRow round) {
        int version = notice.courses().stream()
                .filter(course -> course.course().equals(round.course()))
                .flatMap(course -> course.answer().stream())
                .mapToInt(LawNotice.Answer::version)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        int learned = 0;
        int erased = 0;
        String after = "";
        List<AssignmentRow> some;
        do {
            some = assignments.after(tenant, round.change(), round.course(), after, AT_ONCE);
            Set<UUID> people =
                    some.stream().flatMap(row -> row.person().stream()).collect(Collectors.toSet());
            learned +=
                    completions.since(tenant, round.course(), version, people).size();
            for (AssignmentRow row : some) {
                erased += row.erasedAt().isPresent() ? 1 : 0;
                learned += row.hadLearned() ? 1 : 0;
                after = row.commitment();
            }
        } while (some.size() == AT_ONCE);
        return new OfCourse(round.course(), round.assignedAt(), round.people(), learned, erased);
    }

    /** What headquarters is told. */
    @Transactional
    public Progress progress(TenantProfile tenant) {
        return new Progress(all(tenant).stream()
                .filter(each -> !each.courses().isEmpty())
                .map(InMarket::figures)
                .toList());
    }

    /** Which of what was promised somewhere about people was promised here, and whether it was forgotten since. */
    @Transactional
    Map<String, Boolean> promised(TenantId tenant, List<String> commitments) {
        var forgotten = new HashMap<String, Boolean>();
        for (int from = 0; from < commitments.size(); from += AT_ONCE) {
            var some = new ArrayList<>(commitments.subList(from, Math.min(commitments.size(), from + AT_ONCE)));
            assignments
                    .promised(tenant, some)
                    .forEach(row ->
                            forgotten.put(row.commitment(), row.erasedAt().isPresent()));
        }
        return forgotten;
    }
}
