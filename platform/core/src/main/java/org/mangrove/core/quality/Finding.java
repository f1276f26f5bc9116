package org.mangrove.core.quality;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mangrove.sdk.Message;

/**
 * Something that falls short of what is demanded.
 *
 * @param measures what was measured and what is demanded: numbers, texts and days, by the names that the messages use
 */
public record Finding(
        CriterionKind criterion, Place place, Shortcoming shortcoming, SortedMap<String, Object> measures) {

    public Finding {
        measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
    }

    static Finding of(CriterionKind criterion, Place place, Shortcoming shortcoming, Map<String, Object> measures) {
        return new Finding(criterion, place, shortcoming, new TreeMap<>(measures));
    }

    /** What was measured, and what is demanded. */
    public Message said() {
        return new Message("quality.finding." + shortcoming.word(), measures);
    }

    public Message remedy() {
        return new Message("quality.remedy." + shortcoming.word(), measures);
    }

    /** Whether the same is wrong at the same place, by whatever measure. */
    boolean isSameAs(Finding other) {
        return criterion == other.criterion && place.equals(other.place) && shortcoming == other.shortcoming;
    }
}
