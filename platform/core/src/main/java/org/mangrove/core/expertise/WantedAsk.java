package org.mangrove.core.expertise;

import java.util.List;
import java.util.UUID;

/**
 * What an author has filled in to ask an expert.
 *
 * @param days how long the expert has
 */
public record WantedAsk(String course, UUID expert, String domain, Lane lane, String days, Wanted thing) {

    /** What is asked for. */
    public sealed interface Wanted {

        /**
         * @param renewed claims there are, which run out
         * @param text of a claim there is not yet; empty if there is none
         * @param lastDay through which a yes holds
         */
        record Claims(List<UUID> renewed, String text, String jurisdiction, String legalReference, String lastDay)
                implements Wanted {}

        /** @param text as {@code block/field} */
        record Wording(String text, String language, String second) implements Wanted {}
    }
}
