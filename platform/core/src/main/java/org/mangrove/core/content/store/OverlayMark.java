package org.mangrove.core.content.store;

import java.util.UUID;

/** Which overlay there is, without its content: one component of a version vector. */
public record OverlayMark(UUID id, String course, String space, String digest) {}
