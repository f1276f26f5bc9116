package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Brings leaves into a cell whenever the core names other ones than the cell has. What could not be brought is tried again. */
@ApplicationScoped
class LeafPull {

    private static final Logger LOG = System.getLogger(LeafPull.class.getName());

    @Inject
    FeedClient client;

    @Inject
    Leaves leaves;

    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    void catchUp(String cell, FeedClient.Hosted hosted) throws InterruptedException {
        String place = cell + "/" + hosted.enterprise().slug();
        if (hosted.leaves().filter(mark -> !mark.equals(kept.get(place))).isEmpty()) {
            return;
        }
        try {
            Leaves.Bunch bunch = client.leaves(cell, hosted.enterprise());
            leaves.keep(cell, hosted.enterprise().id(), bunch);
            kept.put(place, bunch.mark());
            failing.remove(place);
        } catch (IOException | RuntimeException failed) {
            if (failing.add(place)) {
                LOG.log(
                        Level.WARNING,
                        "Cell {0} could not take what markets share with each other; it goes on trying: {1}",
                        place,
                        failed.getMessage());
            }
        }
    }
}
