package org.mangrove.core.localization;

import java.util.Locale;

/**
 * A sentence as it was said.
 *
 * @param locale the language of {@code text}
 * @param fellBack whether the text is in another language or script than the one asked for, so that a page must mark it
 *     with a {@code lang} of its own
 */
public record Spoken(String text, Locale locale, boolean fellBack) {}
