package org.mangrove.core.mail;

/** How far a letter has come. */
public enum LetterState {
    WAITING,
    /** A server has taken it over. */
    SENT,
    /** No server has, for a day or for good. What it said is gone. */
    GIVEN_UP
}
