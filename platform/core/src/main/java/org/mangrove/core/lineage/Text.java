package org.mangrove.core.lineage;

import java.util.Locale;

/**
 * Words for a reader, in the language that they are really in, which may not be the one that was asked for.
 *
 * @param locale goes into the {@code lang} of what shows the words
 */
public record Text(String text, Locale locale) {}
