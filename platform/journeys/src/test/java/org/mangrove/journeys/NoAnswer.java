package org.mangrove.journeys;

import java.net.URI;

/** Nothing came back: what was asked for may have been done, or not. */
final class NoAnswer extends AssertionError {

    private static final long serialVersionUID = 1L;

    NoAnswer(URI address, Throwable cause) {
        super(address + " gave no answer", cause);
    }
}
