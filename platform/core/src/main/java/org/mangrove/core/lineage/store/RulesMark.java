package org.mangrove.core.lineage.store;

import java.util.UUID;

/** Which rules there are, without what they say: one component of a version vector. */
public record RulesMark(UUID id, String subject, String digest) {}
