package org.mangrove.core.audit;

import java.util.Locale;

/**
 * One text of an asset in one language.
 *
 * @param field of the block
 * @param text Markdown
 */
public record Passage(String block, String field, Locale language, String text) {}
