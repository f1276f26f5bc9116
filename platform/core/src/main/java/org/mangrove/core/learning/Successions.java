package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.mangrove.core.content.Ending;
import org.mangrove.core.content.Endings;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.learning.store.CompletionStore;
import org.mangrove.core.learning.store.EnrolmentRow;
import org.mangrove.core.learning.store.EnrolmentStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/**
 * What people have to take where a course has been given up: what takes its place. It is worked out each time, and nothing is
 * written down; so it is right at once when a retirement is taken back.
 */
@ApplicationScoped
public class Successions {

    private static final String SETTING = "mangrove.learning.days-to-take-successor";
    private static final int USUAL_DAYS = 30;
    private static final int MOST_ENROLMENTS = 500;

    @Inject
    Endings endings;

    @Inject
    EnrolmentStore enrolments;

    @Inject
    CompletionStore completions;

    @Inject
    Configuration configuration;

    /**
     * The most urgent first.
     *
     * @param asked what the rules of the market ask for
     */
    List<Duty> of(TenantProfile tenant, UUID person, List<Duty> asked) {
        Endings.Known known = endings.of(tenant);
        if (known.endings().isEmpty()) {
            return asked;
        }
        TenantId id = tenant.tenant().id();
        Map<String, EnrolmentRow> underWay = new HashMap<>();
        enrolments.of(id, person, MOST_ENROLMENTS).stream()
                .filter(row -> !row.isCompleted())
                .forEach(row -> underWay.put(row.course(), row));
        Map<String, Duty> earliest = new TreeMap<>();
        asked.forEach(duty -> put(earliest, inPlace(known, duty, underWay::containsKey)));
        underWay.keySet().stream()
                .flatMap(course -> known.find(course).stream())
                .filter(ending -> ending.stage() == Ending.Stage.OVER
                        && ending.retirement().endsByLaw())
                .flatMap(ending -> moved(known, ending).stream())
                .filter(duty -> !earliest.containsKey(duty.course())
                        && completions.findLatest(id, person, duty.course()).isEmpty())
                .forEach(duty -> put(earliest, duty));
        return earliest.values().stream()
                .sorted(Comparator.comparing(Duty::due))
                .toList();
    }

    /** When people have last passed what they have to take. What took the place of a course counts for it. */
    Map<String, LocalDate> counting(TenantProfile tenant, Map<String, LocalDate> passed) {
        Endings.Known known = endings.of(tenant);
        var counting = new HashMap<>(passed);
        known.endings()
                .keySet()
                .forEach(course -> known.replacement(course)
                        .flatMap(successor -> Optional.ofNullable(passed.get(successor)))
                        .ifPresent(
                                day -> counting.merge(course, day, (one, other) -> one.isAfter(other) ? one : other)));
        return counting;
    }

    private static void put(Map<String, Duty> earliest, Duty duty) {
        earliest.merge(duty.course(), duty, (one, other) -> one.due().isAfter(other.due()) ? other : one);
    }

    /** Whoever is in the middle may finish what was asked of them. */
    private static Duty inPlace(Endings.Known known, Duty duty, Predicate<String> isUnderWay) {
        boolean holds =
                known.letsBegin(duty.course()) || (known.letsGoOn(duty.course()) && isUnderWay.test(duty.course()));
        return holds
                ? duty
                : known.replacement(duty.course()).map(duty::insteadWith).orElse(duty);
    }

    /** Whoever was in the middle of what the law has ended goes on with what takes its place. */
    private Optional<Duty> moved(Endings.Known known, Ending ending) {
        return known.replacement(ending.retirement().course())
                .map(successor -> new Duty(
                        successor,
                        ending.retirement().since().plusDays(configuration.findDays(SETTING, USUAL_DAYS)),
                        Period.ZERO,
                        "",
                        Message.of("learning.ending.moved"),
                        Optional.of(ending.retirement().course())));
    }
}
