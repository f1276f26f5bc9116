package org.mangrove.core.audit;

/** What can be wrong. */
public enum FindingKind {
    /** Two or more say much the same in the same language. */
    NEAR_DUPLICATE,
    /** Two or more say much the same in languages that they do not share. */
    TRANSLATED_DUPLICATE,
    /** Nobody has looked at it when somebody should have. */
    STALE,
    UNUSED,
    OWNERLESS,
    WITHOUT_OBJECTIVE,
    EXPIRED_LICENCE,
    DEAD_LINK,
    BROKEN_MEDIA,
    /** Two tools do the same in the same market. */
    OVERLAPPING_TOOLS
}
