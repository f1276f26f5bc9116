package org.mangrove.core.mail;

/** How an attempt to send ended. */
sealed interface Delivery {

    /** The server has taken it over. */
    record Sent() implements Delivery {}

    /** It may be taken over later. @param trouble in a word of ours, with nobody's name or address in it */
    record Later(String trouble) implements Delivery {}

    /** It would never be. */
    record Never(String trouble) implements Delivery {}
}
