package org.mangrove.core.expertise;

/** As whom an expert is asked. */
public enum Lane {
    SUBJECT,
    /** As counsel: whoever answers signs in, and no link decides. */
    LEGAL
}
