package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;

/** What somebody can look at to see for themselves that a finding is right. */
public sealed interface Evidence {

    /**
     * Of two that say the same, what they share.
     *
     * @param first the key of the one
     * @param alike what both have, of all that at least one has, from 0 to 1
     * @param contained what both have, of all that the smaller one has, from 0 to 1
     * @param here a passage of the first one that stands in the second one, too
     * @param there that passage of the second one
     */
    record SharedText(String first, String second, double alike, double contained, Passage here, Passage there)
            implements Evidence {}

    /**
     * Of two in different languages, what they share.
     *
     * @param alike by weight, from 0 to 1
     * @param sources what both cite, show and count, the rarest first
     */
    record SharedSources(String first, String second, double alike, List<String> sources) implements Evidence {}

    /** A day that has passed. */
    record DayPassed(Term term, String what, LocalDate day) implements Evidence {}

    /** What a day was the end of. */
    enum Term {
        REVIEW,
        /** The review of what has none named counts from when it was published. */
        PUBLISHED,
        LAW,
        LICENCE
    }

    /** @param last empty if nobody ever has */
    record NobodyUses(Optional<LocalDate> last, LocalDate published) implements Evidence {}

    /** What is said where somebody or something should be named; empty if nothing is. */
    record SaysNothing(Place place, String said) implements Evidence {}

    /** Where something should be said. */
    enum Place {
        OWNER,
        STEWARD,
        OBJECTIVE
    }

    /** Who is named and is not there any more. */
    record HasLeft(Place place, String who) implements Evidence {}

    /** @param fields where the address stands */
    record LinkFails(String address, List<String> fields, LinkAnswer.Gone answer) implements Evidence {}

    record FileFails(Digest digest, List<String> blocks, MediaFault fault) implements Evidence {}

    /**
     * Of two tools that do the same, what they share.
     *
     * @param words of what they say that they are for
     */
    record SharedPurpose(
            String first,
            String second,
            List<String> points,
            List<String> capabilities,
            List<String> markets,
            List<String> words)
            implements Evidence {}
}
