package org.mangrove.core.pages;

import java.time.Instant;
import java.util.Optional;
import org.mangrove.sdk.Message;

/**
 * How old what came from the global core may be.
 *
 * @param checked when the core was last heard of
 * @param stale whether that is longer ago than people may take for granted
 * @param trouble what stops it, for the tenant's admins
 */
public record Freshness(Instant checked, boolean stale, Optional<Message> trouble) {}
