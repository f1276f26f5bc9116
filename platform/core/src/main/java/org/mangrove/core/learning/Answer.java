package org.mangrove.core.learning;

import java.time.Instant;

/**
 * What somebody answered to one question.
 *
 * @param response ids with one space between them, or the person's own words
 */
public record Answer(String response, boolean right, Instant at) {}
