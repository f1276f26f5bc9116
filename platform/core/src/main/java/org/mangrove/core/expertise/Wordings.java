package org.mangrove.core.expertise;

/**
 * Two wordings of one text.
 *
 * @param language a tag; empty if the text is the same in every language
 * @param first as it is
 * @param second as somebody proposes
 */
public record Wordings(String block, String field, String language, String first, String second) {}
