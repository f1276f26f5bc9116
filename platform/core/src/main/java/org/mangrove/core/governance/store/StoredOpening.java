package org.mangrove.core.governance.store;

import java.util.UUID;

/**
 * Who has decided, and why.
 *
 * @param salt as hexadecimal digits
 * @param content what was committed to
 * @param actor who it was, to be found by when they are to be forgotten
 */
public record StoredOpening(String salt, String content, UUID actor) {}
