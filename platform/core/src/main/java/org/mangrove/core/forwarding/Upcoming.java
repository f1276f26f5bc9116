package org.mangrove.core.forwarding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.forwarding.store.PortionRows.Portion;

/**
 * What a forwarder is to be sent next, in order: from its queue, or from what was stored before.
 *
 * @param portions those of the queue from which the positions are; none for what was stored before
 */
record Upcoming(List<UUID> positions, List<Portion> portions) {

    Upcoming {
        positions = List.copyOf(positions);
        portions = List.copyOf(portions);
    }

    static Upcoming stored(List<UUID> positions) {
        return new Upcoming(positions, List.of());
    }

    static Upcoming queued(List<Portion> portions, int most) {
        var positions = new ArrayList<UUID>();
        var used = new ArrayList<Portion>();
        for (Portion portion : portions) {
            if (positions.size() >= most) {
                break;
            }
            used.add(portion);
            List<UUID> left = portion.positions()
                    .subList(
                            Math.min(portion.taken(), portion.positions().size()),
                            portion.positions().size());
            positions.addAll(left.subList(0, Math.min(left.size(), most - positions.size())));
        }
        return new Upcoming(positions, used);
    }

    boolean isEmpty() {
        return positions.isEmpty() && portions.isEmpty();
    }

    /** How far each portion is, when the first so many positions are dealt with; only those that have changed. */
    Map<Portion, Integer> takenAfter(int dealtWith) {
        var taken = new LinkedHashMap<Portion, Integer>();
        int left = dealtWith;
        for (Portion portion : portions) {
            int open = portion.positions().size() - portion.taken();
            if (left <= 0 && open > 0) {
                break;
            }
            int some = Math.min(left, open);
            taken.put(portion, portion.taken() + some);
            left -= some;
        }
        return taken;
    }

    /** The last position of those that are dealt with, if they were stored before. */
    Optional<UUID> storedUpTo(int dealtWith) {
        return portions.isEmpty() && dealtWith > 0 ? Optional.of(positions.get(dealtWith - 1)) : Optional.empty();
    }
}
