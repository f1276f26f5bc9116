package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A thing as it should be, with the way to look at it and to make it so. */
interface Piece {

    Thing thing();

    /** How it should be: only what the files have a say in. May hold secrets; it is never shown or stored. */
    JsonNode wanted();

    /** How it is, at least as far as {@link #wanted} goes; empty if it is not there. */
    Optional<JsonNode> find();

    /** What of it cannot be seen once it is written, so that only a digest tells whether it changed. */
    default Optional<String> hidden() {
        return Optional.empty();
    }

    /** Makes it as it is wanted, whatever was there. Doing it twice changes nothing. */
    void apply();
}
