package org.mangrove.core.governance.store;

/**
 * A decision as its row has it.
 *
 * @param body what is hashed; the others stand in it, too
 */
public record StoredEntry(long number, String kind, String type, String asset, String body, String hash) {}
