package org.mangrove.core.adaptation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.lineage.Terms;

/**
 * A text of a market's own that it offers to headquarters: exactly what leaves the market.
 *
 * @param version of the master on which the market built
 * @param base by language, what was above when the market said it
 * @param words by language, what the market says
 * @param byline who is to be named; empty if the market alone is
 */
public record Offer(
        UUID id,
        String tenant,
        String course,
        String block,
        String field,
        int version,
        Map<String, String> base,
        Map<String, String> words,
        String reason,
        Optional<String> legalReference,
        Optional<String> byline) {

    /** The longest name. */
    static final int LONGEST_BYLINE = 200;

    private static final int MOST_LANGUAGES = 60;
    private static final int LONGEST_TEXT = 20_000;

    public Offer {
        base = new TreeMap<>(base);
        words = new TreeMap<>(words);
        boolean makesSense = !words.isEmpty()
                && words.size() <= MOST_LANGUAGES
                && base.size() <= MOST_LANGUAGES
                && words.values().stream().allMatch(text -> text.length() <= LONGEST_TEXT)
                && base.values().stream().allMatch(text -> text.length() <= LONGEST_TEXT)
                && reason.length() <= Terms.LONGEST
                && byline.filter(name -> name.isBlank() || name.length() > LONGEST_BYLINE)
                        .isEmpty();
        if (!makesSense) {
            throw new IllegalArgumentException("Nothing that a market could offer");
        }
    }

    public String subject() {
        return block + "/" + field;
    }

    Offer withByline(Optional<String> name) {
        return new Offer(id, tenant, course, block, field, version, base, words, reason, legalReference, name);
    }

    /** What has become of an offer. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    /** What a cell tells the core of it. @param isWithdrawn whether the market has thought better of it */
    record Notice(Offer offer, boolean isWithdrawn) {}

    /**
     * What the core answers.
     *
     * @param version the number of the version that has the text, if it was accepted
     */
    record Answer(UUID id, String tenant, State state, String answer, Optional<Integer> version) {}
}
