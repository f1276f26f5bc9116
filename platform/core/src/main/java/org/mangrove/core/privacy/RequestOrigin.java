package org.mangrove.core.privacy;

/** Who has asked. */
public enum RequestOrigin {
    SELF,
    ADMIN,
    /** The register of erasures, after a backup was restored that did not know of one. */
    REPLAY
}
