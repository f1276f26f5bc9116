package org.mangrove.core.identity;

/**
 * A person's name as the person gave it; how it is shown is the market's custom.
 *
 * @param family may be empty: not everybody has one
 */
public record PersonName(String given, String family) {}
