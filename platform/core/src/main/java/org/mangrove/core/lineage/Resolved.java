package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a market gets of an asset, in all languages.
 *
 * @param places in the order of reading, with those that are left out
 * @param validUntil when it must be worked out anew; empty if time alone does not change it
 * @param isReleased whether it may be shown at all: nothing is left to be localized, and its head is verified
 */
public record Resolved(List<Place> places, List<Finding> findings, Optional<Instant> validUntil, boolean isReleased) {

    public Resolved {
        places = List.copyOf(places);
        findings = List.copyOf(findings);
    }

    /**
     * A block where it is read.
     *
     * @param insertedBy the slug of the space that inserted it; empty if it is the master's
     * @param isHidden whether the market does not get it
     */
    public record Place(Block block, String insertedBy, boolean isHidden, List<Note> notes) {

        public Place {
            notes = List.copyOf(notes);
        }

        public boolean isOfTheMaster() {
            return insertedBy.isEmpty();
        }
    }

    /** All blocks by id, also those that are left out: what a space below would change. */
    public Map<String, Block> blocks() {
        var blocks = new LinkedHashMap<String, Block>();
        places.forEach(place -> blocks.put(place.block().id(), place.block()));
        return blocks;
    }
}
