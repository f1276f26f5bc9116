package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.learning.store.CompletionRow;
import org.mangrove.core.learning.store.CompletionStore;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * What people have to learn again, since the law has changed after they had learned it. It is worked out each time from what they
 * have passed, and nothing is written down: so it is right at once when its day comes, and when it was taken back before.
 */
@ApplicationScoped
public class Renewals {

    @Inject
    Instance<RenewalSource> sources;

    @Inject
    CompletionStore completions;

    /** What holds now in a market. */
    List<Renewal> of(TenantProfile tenant) {
        return sources.stream().flatMap(source -> source.of(tenant).stream()).toList();
    }

    /** Whether it can be held against what is asked for by law that somebody has passed this. */
    static boolean letCount(List<Renewal> renewals, Completion completion) {
        return renewals.stream().allMatch(renewal -> renewal.letsCount(completion));
    }

    /**
     * The most urgent first.
     *
     * @param asked what the rules of the market ask for
     */
    List<Duty> of(TenantProfile tenant, UUID person, List<Duty> asked) {
        List<Renewal> renewals = of(tenant);
        if (renewals.isEmpty()) {
            return asked;
        }
        Map<String, Duty> earliest = new TreeMap<>();
        asked.forEach(duty -> put(earliest, duty));
        renewals.stream()
                .filter(renewal -> completions
                        .findLatest(tenant.tenant().id(), person, renewal.course())
                        .map(CompletionRow::completion)
                        .filter(latest -> !renewal.letsCount(latest))
                        .isPresent())
                .forEach(renewal -> put(
                        earliest,
                        new Duty(
                                renewal.course(),
                                renewal.due(),
                                Period.ZERO,
                                renewal.legalReference(),
                                renewal.reason(),
                                Optional.empty(),
                                true)));
        return earliest.values().stream()
                .sorted(Comparator.comparing(Duty::due))
                .toList();
    }

    private static void put(Map<String, Duty> earliest, Duty duty) {
        earliest.merge(duty.course(), duty, (one, other) -> one.due().isAfter(other.due()) ? other : one);
    }
}
