package org.mangrove.core.mail;

/** What became of something that was to be written to somebody. */
public enum Posted {
    WAITING,
    /** This installation has no mail server. */
    NOT_SET_UP,
    /** Nobody has said where to, or they have not confirmed it yet. */
    NO_ADDRESS,
    /** They were written to so often already that they would not read it. */
    TOO_MANY
}
