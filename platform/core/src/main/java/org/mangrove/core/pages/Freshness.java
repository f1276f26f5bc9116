package org.mangrove.core.pages;

import java.time.Instant;

/**
 * How old what came from the global core may be.
 *
 * @param checked when the core was last heard of
 * @param stale whether that is longer ago than people may take for granted
 */
public record Freshness(Instant checked, boolean stale) {}
