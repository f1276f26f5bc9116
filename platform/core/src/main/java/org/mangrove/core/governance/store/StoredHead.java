package org.mangrove.core.governance.store;

/** Where a chain ends. @param seal over the other two */
public record StoredHead(long number, String hash, String seal) {}
