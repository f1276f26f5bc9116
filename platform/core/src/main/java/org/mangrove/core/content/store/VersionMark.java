package org.mangrove.core.content.store;

import java.time.Instant;
import java.util.UUID;

/** Which version there is, without its content: one component of a version vector. */
public record VersionMark(UUID id, String course, int number, Instant effectiveFrom, String digest) {}
