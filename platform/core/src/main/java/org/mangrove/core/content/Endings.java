package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.content.store.KeptCourseStore;
import org.mangrove.core.content.store.KeptMark;
import org.mangrove.core.content.store.LocalChoiceRow;
import org.mangrove.core.content.store.LocalChoiceStore;
import org.mangrove.core.content.store.RetirementCopy;
import org.mangrove.core.content.store.RetirementCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** Which courses of a tenant come to an end, from what its cell holds. */
@ApplicationScoped
public class Endings {

    private static final int MOST = 2_000;

    @Inject
    RetirementCopyStore retirements;

    @Inject
    LocalChoiceStore choices;

    @Inject
    KeptCourseStore kept;

    @Inject
    Clock clock;

    /**
     * A course that a market keeps as its own.
     *
     * @param reviewOn when somebody has to look at it again
     * @param digest of all that is kept
     */
    public record Kept(String reason, LocalDate reviewOn, String digest) {}

    /** What comes to an end in a market today, and what it keeps. Nothing of it for most courses. */
    public record Known(Map<String, Ending> endings, Map<String, Kept> kept) {

        public Known {
            endings = Map.copyOf(endings);
            kept = Map.copyOf(kept);
        }

        public Optional<Ending> find(String course) {
            return Optional.ofNullable(endings.get(course));
        }

        public Optional<Kept> kept(String course) {
            return Optional.ofNullable(kept.get(course));
        }

        public boolean letsBegin(String course) {
            return find(course).filter(ending -> !ending.letsBegin()).isEmpty();
        }

        public boolean letsGoOn(String course) {
            return find(course).filter(ending -> !ending.letsGoOn()).isEmpty();
        }

        /** What somebody takes who would have taken the course. What takes its place may have been replaced, too. */
        public Optional<String> replacement(String course) {
            Set<String> passed = new HashSet<>();
            Optional<String> next = Optional.of(course);
            while (next.isPresent() && !letsBegin(next.get()) && passed.add(next.get())) {
                next = find(next.get()).flatMap(Ending::replacement);
            }
            return next.filter(found -> !passed.contains(found) && !found.equals(course));
        }

        /** By which one knows whether anything of it has changed. */
        List<String> vector(String course) {
            return Stream.concat(
                            find(course).stream()
                                    .flatMap(ending -> Stream.of(
                                            "retirement " + ending.retirement().id(),
                                            ending.stage().name(),
                                            ending.choice()
                                                    .map(choice -> choice.kind().name())
                                                    .orElse(""))),
                            kept(course).stream()
                                    .flatMap(there -> Stream.of(
                                            there.digest(), there.reviewOn().toString())))
                    .toList();
        }
    }

    /** In the transaction that is under way. */
    @Transactional
    public Known of(TenantProfile tenant) {
        Map<String, Kept> keptHere = kept.marks(tenant.tenant().id(), MOST).stream()
                .collect(Collectors.toMap(
                        mark -> mark.version().course(),
                        (KeptMark mark) -> new Kept(
                                mark.reason(), mark.reviewOn(), mark.version().digest())));
        List<Retirement> above = retirements.all(tenant, MOST).stream()
                .map(RetirementCopy::retirement)
                .toList();
        if (above.isEmpty()) {
            return new Known(Map.of(), keptHere);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone());
        Map<String, LocalChoice> decided = choices.all(tenant.tenant().id(), MOST).stream()
                .collect(Collectors.toMap(LocalChoiceRow::course, LocalChoiceRow::choice));
        return new Known(
                above.stream()
                        .map(retirement -> Ending.of(
                                retirement,
                                Optional.ofNullable(decided.get(retirement.course())),
                                keptHere.containsKey(retirement.course()),
                                today))
                        .collect(Collectors.toMap(
                                ending -> ending.retirement().course(),
                                Function.identity(),
                                (one, other) -> one,
                                TreeMap::new)),
                keptHere);
    }
}
