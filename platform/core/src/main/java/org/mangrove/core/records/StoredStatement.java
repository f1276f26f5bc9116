package org.mangrove.core.records;

import java.util.UUID;

/**
 * A statement as it lies in the store.
 *
 * @param position where it stands among all that were stored
 * @param json in UTF-8, with everything that the store has added
 */
public record StoredStatement(UUID position, byte[] json) {}
