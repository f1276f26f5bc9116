package org.mangrove.core.lineage.store;

import java.util.UUID;

/** Which overlay of its own a tenant has, without its content: one component of a version vector. */
public record LocalOverlayMark(UUID id, String asset, int revision, String digest) {}
