package org.mangrove.core.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One thing that was another before.
 *
 * @param block empty if it is about the course as a whole
 * @param field of the block, or a fact such as {@code owner}; empty if the block was taken out
 * @param language BCP 47; empty if it is in none; of a block that is taken out, the block that it stood behind
 * @param before as text; a block that is taken out as JSON
 */
public record Edit(String block, String field, String language, String before, String after) {

    private static final int AROUND = 40;

    Edit reversed() {
        return new Edit(block, field, language, after, before);
    }

    @JsonIgnore
    public boolean isOfTheCourse() {
        return block.isEmpty();
    }

    /** Whether a block was taken out, or put back. */
    public boolean concernsWholeBlock() {
        return !isOfTheCourse() && field.isEmpty();
    }

    /** The fact that it is about, as messages call it. */
    public String word() {
        return field.startsWith(Mending.LICENCE) ? "licence" : field;
    }

    public String place() {
        return field.isEmpty() ? block : "%s/%s (%s)".formatted(block, field, language);
    }

    /** What was another, with a little of what stands around it. */
    public String shortBefore() {
        return changed(before, after);
    }

    public String shortAfter() {
        return changed(after, before);
    }

    private static String changed(String text, String other) {
        int least = Math.min(text.length(), other.length());
        int same = 0;
        while (same < least && text.charAt(same) == other.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < least - same
                && text.charAt(text.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        int from = Math.max(0, same - AROUND);
        int to = Math.min(text.length(), text.length() - tail + AROUND);
        return (from > 0 ? "…" : "")
                + text.substring(whole(text, from), whole(text, to))
                + (to < text.length() ? "…" : "");
    }

    /** Not within a character of two halves. */
    private static int whole(String text, int at) {
        boolean isWithin = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return isWithin ? at - 1 : at;
    }
}
