package org.mangrove.core.audit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;

/** What somebody can look at to see for themselves that a finding is right. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "evidence")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Evidence.SharedText.class, name = "shared-text"),
    @JsonSubTypes.Type(value = Evidence.SharedSources.class, name = "shared-sources"),
    @JsonSubTypes.Type(value = Evidence.DayPassed.class, name = "day-passed"),
    @JsonSubTypes.Type(value = Evidence.NobodyUses.class, name = "nobody-uses"),
    @JsonSubTypes.Type(value = Evidence.SaysNothing.class, name = "says-nothing"),
    @JsonSubTypes.Type(value = Evidence.HasLeft.class, name = "has-left"),
    @JsonSubTypes.Type(value = Evidence.LinkFails.class, name = "link-fails"),
    @JsonSubTypes.Type(value = Evidence.FileFails.class, name = "file-fails"),
    @JsonSubTypes.Type(value = Evidence.SharedPurpose.class, name = "shared-purpose")
})
public sealed interface Evidence {

    /** What is wrong, told from all else that may be: whoever has accepted it has accepted this, and nothing that comes later. */
    default String mark() {
        return switch (this) {
            case SharedText shared -> shared.first() + " " + shared.second();
            case SharedSources shared -> shared.first() + " " + shared.second();
            case DayPassed passed -> passed.term() + " " + passed.what() + " " + passed.day();
            case NobodyUses _ -> "unused";
            case SaysNothing nothing -> nothing.place() + " says nothing";
            case HasLeft left -> left.place() + " " + left.who();
            case LinkFails link -> link.address();
            case FileFails file -> file.digest().hex();
            case SharedPurpose shared -> shared.first() + " " + shared.second();
        };
    }

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
        LICENCE,
        /** Of a tool: nobody has decided since. */
        TRIAL,
        /** Of a tool. */
        CONTRACT;

        /** As messages call it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param last empty if nobody ever has */
    record NobodyUses(Optional<LocalDate> last, LocalDate published) implements Evidence {}

    /** What is said where somebody or something should be named; empty if nothing is. */
    record SaysNothing(Place place, String said) implements Evidence {}

    /** Where something should be said. */
    enum Place {
        OWNER,
        STEWARD,
        OBJECTIVE;

        /** As messages call it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
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
