package org.mangrove.core.components;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a cell is told of a component: no more than it needs to know whether it is on, and nobody's name.
 *
 * @param key the id of a plugin, else what the register calls it
 * @param markets the tenants that may use it; empty if all may
 * @param lastDay of the trial, or until when its entry is to be completed
 */
public record Permit(
        String key,
        ComponentKind kind,
        String name,
        String objective,
        Set<String> markets,
        Decision decision,
        Optional<LocalDate> lastDay) {

    /** So many days after its trial a component is still on: over a weekend, a holiday and somebody's leave. */
    public static final int GRACE_DAYS = 14;

    public Permit {
        markets = Set.copyOf(markets);
    }

    /** Whether a tenant may use it, by its slug. */
    public boolean isMeantFor(String tenant) {
        return markets.isEmpty() || markets.contains(tenant);
    }

    /** How it stands on a day. */
    public Standing on(LocalDate day) {
        return switch (decision) {
            case ADOPTED -> Standing.ADOPTED;
            case REFUSED -> Standing.REFUSED;
            case ENDED -> Standing.ENDED;
            case TO_COMPLETE -> isOver(day) ? Standing.NEVER_COMPLETED : Standing.TO_COMPLETE;
            case TRIAL -> {
                if (!isOver(day)) {
                    yield Standing.IN_TRIAL;
                }
                yield isOver(day.minusDays(GRACE_DAYS)) ? Standing.TRIAL_OVER : Standing.IN_GRACE;
            }
        };
    }

    /** The last day on which it is on if nobody decides; empty if no day ends it. */
    public Optional<LocalDate> lastDayOn() {
        return switch (decision) {
            case TO_COMPLETE -> lastDay;
            case TRIAL -> lastDay.map(day -> day.plusDays(GRACE_DAYS));
            case ADOPTED, REFUSED, ENDED -> Optional.empty();
        };
    }

    /** What has to have a day and has none is over. */
    private boolean isOver(LocalDate day) {
        return lastDay.map(day::isAfter).orElse(true);
    }
}
