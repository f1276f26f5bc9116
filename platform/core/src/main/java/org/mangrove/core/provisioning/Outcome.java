package org.mangrove.core.provisioning;

import java.util.List;
import java.util.Optional;

/**
 * What applying did.
 *
 * @param before where an earlier run had stopped, if it had
 * @param done the changes that were made, in their order
 * @param stopped why and where it stopped, if it did
 */
public record Outcome(Optional<Journal.Interrupted> before, List<Change> done, Optional<Stopped> stopped) {

    public Outcome {
        done = List.copyOf(done);
    }

    /** @param number counted from one */
    public record Stopped(int number, int total, Change change, String cause) {}
}
