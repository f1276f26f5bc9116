package org.mangrove.core.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What applying has done and was about to do, kept in a database of the node's so that it outlives the node.
 *
 * <p>Each method is a transaction of its own: what is written here is true even if the next step never ends.
 */
public interface Journal {

    /** Where a run stood that never came to its end. */
    record Interrupted(int number, int total, Thing thing) {}

    /** The last run, if it did not end. */
    Optional<Interrupted> findInterrupted();

    /** @return names the run in what follows */
    UUID begin(List<Thing> steps);

    void beginStep(UUID run, int number);

    /** @param digest of how the thing was wanted */
    void endStep(UUID run, int number, Thing thing, String digest);

    void fail(UUID run, int number, String cause);

    void end(UUID run);

    /** The digest of how a thing was wanted when it was applied last. */
    Optional<String> findDigest(Thing thing);

    /** Notes for things that are as wanted already that they are. */
    void confirm(Thing thing, String digest);
}
