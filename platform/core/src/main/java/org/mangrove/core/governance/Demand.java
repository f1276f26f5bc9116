package org.mangrove.core.governance;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has to be there before something is published.
 *
 * @param lanes who has to agree, each within so many days
 * @param fourEyes whether whoever has written it may neither approve nor publish it
 */
public record Demand(SortedMap<Lane, Integer> lanes, boolean fourEyes) {

    public static final Demand NOTHING = new Demand(new TreeMap<>(), false);

    public Demand {
        lanes = Collections.unmodifiableSortedMap(new TreeMap<>(lanes));
    }

    public boolean isNothing() {
        return lanes.isEmpty() && !fourEyes;
    }

    /** What both demand; of two deadlines the earlier. */
    public Demand and(Demand other) {
        Map<Lane, Integer> all = new TreeMap<>(lanes);
        other.lanes.forEach((lane, days) -> all.merge(lane, days, Math::min));
        return new Demand(new TreeMap<>(all), fourEyes || other.fourEyes);
    }
}
