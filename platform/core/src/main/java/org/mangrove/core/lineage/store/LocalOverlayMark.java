package org.mangrove.core.lineage.store;

import java.util.UUID;

/**
 * Which overlay of its own a tenant has, without its content: one component of a version vector.
 *
 * @param joinedWith a digest of what was above when the platform last took over what it may; empty if it never has
 */
public record LocalOverlayMark(UUID id, String asset, int revision, String digest, String joinedWith) {}
