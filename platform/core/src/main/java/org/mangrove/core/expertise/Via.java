package org.mangrove.core.expertise;

/** How an answer came. */
public enum Via {
    /** From somebody who had signed in. */
    PAGE,
    /** From whoever had the link that was mailed to the expert. */
    LINK
}
