package org.mangrove.core.expertise;

/** What an expert is asked for. */
public enum AskKind {
    /** To say whether texts are so by a law. */
    CLAIMS,
    /** To choose between two wordings of one text. */
    WORDING
}
