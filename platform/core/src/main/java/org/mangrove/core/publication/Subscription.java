package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;

/** The cell's side of the feed: asks, verifies, applies; and knows how stale the cell is. */
@ApplicationScoped
public class Subscription {

    private static final Logger LOG = System.getLogger(Subscription.class.getName());

    @Inject
    FeedClient client;

    @Inject
    FeedKeys keys;

    @Inject
    FeedApplication application;

    @Inject
    BlobFetcher blobs;

    @Inject
    Clock clock;

    private final Map<String, State> states = new ConcurrentHashMap<>();

    /**
     * How a cell stands to an enterprise's feed.
     *
     * @param upToDateAt when it last had everything that the core had published
     * @param problem what stops it, if anything does
     */
    public record State(Optional<Instant> upToDateAt, Optional<String> problem) {}

    public State stateOf(String cell, EnterpriseId enterprise) {
        return states.getOrDefault(cell + "/" + enterprise, new State(Optional.empty(), Optional.empty()));
    }

    /** Brings the cell as far as the core has published. @return whether everything there was is applied now */
    public boolean catchUp(String cell) throws InterruptedException {
        try {
            boolean whole = true;
            for (FeedClient.Hosted hosted : client.hosted(cell)) {
                whole &= catchUp(cell, hosted);
            }
            return whole;
        } catch (IOException unreachable) {
            LOG.log(Level.DEBUG, "The core cannot be reached from cell {0}: {1}", cell, unreachable.getMessage());
            return false;
        }
    }

    private boolean catchUp(String cell, FeedClient.Hosted hosted) throws InterruptedException {
        var enterprise = hosted.enterprise();
        try {
            keys.mustBeSigned(enterprise.slug(), hosted.head());
            pull(cell, enterprise, hosted.head());
            states.put(cell + "/" + enterprise.id(), new State(Optional.of(clock.instant()), Optional.empty()));
            return true;
        } catch (BrokenFeed broken) {
            stopped(cell, enterprise, String.valueOf(broken.getMessage()));
            LOG.log(
                    Level.ERROR,
                    "Cell {0} refuses the feed of enterprise {1}: {2}",
                    cell,
                    enterprise.slug(),
                    broken.getMessage());
            return false;
        } catch (IOException interrupted) {
            stopped(cell, enterprise, "the core cannot be reached");
            return false;
        }
    }

    private void stopped(String cell, Enterprise enterprise, String problem) {
        var before = stateOf(cell, enterprise.id());
        states.put(cell + "/" + enterprise.id(), new State(before.upToDateAt(), Optional.of(problem)));
    }

    private void pull(String cell, Enterprise enterprise, FeedHead announced) throws IOException, InterruptedException {
        var position = application.position(cell, enterprise);
        if (position.epoch().equals(announced.epoch()) && position.number() == announced.number()) {
            if (!position.hash().equals(announced.hash())) {
                client.after(cell, enterprise, position);
            }
            return;
        }
        while (true) {
            var answer = client.after(cell, enterprise, position);
            keys.mustBeSigned(enterprise.slug(), answer.head());
            if (!answer.head().epoch().equals(position.epoch())) {
                if (!position.epoch().isEmpty()) {
                    LOG.log(
                            Level.WARNING,
                            "Cell {0} begins the feed of enterprise {1} anew: another epoch",
                            cell,
                            enterprise.slug());
                }
                position = new FeedHead(answer.head().epoch(), 0, FeedChain.START, "");
                if (answer.head().number() > 0) {
                    continue;
                }
            }
            if (answer.entries().isEmpty()) {
                return;
            }
            for (FeedEntry entry : answer.entries()) {
                for (String digest : entry.item().blobs()) {
                    blobs.fetch(cell, enterprise, digest);
                }
            }
            if (application.apply(cell, enterprise, position, answer.head(), answer.entries())) {
                application.applied(cell, enterprise);
            }
            position = application.position(cell, enterprise);
        }
    }
}
