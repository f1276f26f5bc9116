package org.mangrove.core.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.governance.Commitment;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.People;
import org.mangrove.core.learning.Completion;
import org.mangrove.core.learning.Completions;
import org.mangrove.core.regulation.LawNotice.OfCourse;
import org.mangrove.core.regulation.store.AssignmentRow;
import org.mangrove.core.regulation.store.AssignmentStore;
import org.mangrove.core.regulation.store.RoundRow;
import org.mangrove.core.regulation.store.RoundStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/**
 * Writes down, once a change of a law is in effect, who has to learn a course again: each as a promise that can be proved and
 * forgotten. That they have to is worked out without it; this is so that it can be shown afterwards who had to. Killed at any
 * point, it goes on from there.
 */
@ApplicationScoped
public class Reassigning {

    @Inject
    MarketLaws laws;

    @Inject
    Completions completions;

    @Inject
    People people;

    @Inject
    AssignmentStore assignments;

    @Inject
    RoundStore rounds;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /** A course whose people are not written down yet. */
    record Due(LawChange change, OfCourse course) {}

    /** @param last the last person who was looked at; empty after everybody */
    record Portion(Optional<UUID> last, int written) {}

    @Transactional
    List<Due> due(TenantProfile tenant) {
        Instant now = clock.instant();
        return laws.notices(tenant).stream()
                .flatMap(notice -> notice.inEffect(now).stream()
                        .filter(course -> isOpen(tenant.tenant().id(), notice.change(), course))
                        .map(course -> new Due(notice.change(), course)))
                .toList();
    }

    private boolean isOpen(TenantId tenant, LawChange change, OfCourse course) {
        return rounds.find(tenant, RoundRow.idOf(change.id(), course.course())).isEmpty();
    }

    /** Some people more. */
    @Transactional(TxType.REQUIRES_NEW)
    Portion write(TenantProfile tenant, Due due, Optional<UUID> after) {
        TenantId id = tenant.tenant().id();
        String course = due.course().course();
        UUID change = due.change().id();
        int version = due.course().answer().orElseThrow().version();
        List<Completion> some = completions.before(id, course, version, after, MarketLaws.AT_ONCE);
        if (some.isEmpty()) {
            return new Portion(Optional.empty(), 0);
        }
        Set<UUID> there = new HashSet<>(assignments.among(
                id, change, course, some.stream().map(Completion::person).toList()));
        int written = 0;
        for (Completion completion : some) {
            Optional<UUID> actor = people.find(id, completion.person())
                    .filter(person -> !person.roles().isEmpty())
                    .flatMap(person -> people.findSubject(id, person.id()))
                    .flatMap(DataSubject::actor);
            if (actor.isPresent() && there.add(completion.person())) {
                assignments.add(new AssignmentRow(
                        id,
                        change,
                        course,
                        completion.person(),
                        Commitment.to(content(due, actor.get(), completion), random)));
                written++;
            }
        }
        return new Portion(Optional.of(some.getLast().person()), written);
    }

    private static Map<String, String> content(Due due, UUID actor, Completion before) {
        return Map.of(
                "actor", actor.toString(),
                "change", due.change().id().toString(),
                "course", before.course(),
                "due", due.course().due(due.change()).orElseThrow().toString(),
                "learnedBefore", before.completedOn().toString(),
                "versionBefore", String.valueOf(before.version()),
                "digestBefore", before.digest().hex(),
                "certificateBefore", before.code());
    }

    /** Everybody is written down. @return how many there are */
    @Transactional(TxType.REQUIRES_NEW)
    int end(TenantProfile tenant, Due due) {
        TenantId id = tenant.tenant().id();
        LawChange change = due.change();
        String course = due.course().course();
        if (!isOpen(id, change, due.course())) {
            return 0;
        }
        var sum = new PromiseSum();
        String after = "";
        List<AssignmentRow> some;
        do {
            some = assignments.after(id, change.id(), course, after, MarketLaws.AT_ONCE);
            for (AssignmentRow row : some) {
                sum.add(row.commitment());
                after = row.commitment();
            }
        } while (some.size() == MarketLaws.AT_ONCE);
        LawNotice.Answer answer = due.course().answer().orElseThrow();
        rounds.add(new RoundRow(
                id,
                change.id(),
                course,
                sum.count(),
                sum.digest(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        decisions.recordFromAbove(
                tenant,
                new Decided(
                        DecisionKind.PEOPLE_ASSIGNED,
                        LawChange.TYPE,
                        change.id().toString(),
                        List.of(course),
                        Map.of(
                                "people", String.valueOf(sum.count()),
                                "version", String.valueOf(answer.version()),
                                "versionBefore", String.valueOf(due.course().versionBefore()),
                                "due", due.course().due(change).orElseThrow().toString()),
                        sum.digest()),
                change.announcedBy());
        return sum.count();
    }
}
