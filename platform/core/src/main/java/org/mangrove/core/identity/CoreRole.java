package org.mangrove.core.identity;

/** What somebody may do in the global core of an enterprise. */
public enum CoreRole {
    GOVERNOR,
    AUTHOR,
    /** Looks at what others want to publish, in the lanes that a governor has given to them. */
    REVIEWER
}
