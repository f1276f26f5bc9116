package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.publication.FeedStates.Trouble;
import org.mangrove.core.tenancy.Enterprise;

/** The cell's side of the feed: asks, verifies, applies; and knows how stale the cell is. */
@ApplicationScoped
public class Subscription {

    private static final Logger LOG = System.getLogger(Subscription.class.getName());
    private static final Duration WRITTEN_AT_MOST_EVERY = Duration.ofSeconds(20);

    @Inject
    FeedClient client;

    @Inject
    FeedKeys keys;

    @Inject
    FeedApplication application;

    @Inject
    BlobFetcher blobs;

    @Inject
    FeedStates states;

    @Inject
    Tidings tidings;

    @Inject
    LeafPull leaves;

    @Inject
    Clock clock;

    private final Map<String, Instant> written = new ConcurrentHashMap<>();

    /** Recalls how far the cell had come, so that it can say so before, or without, hearing of the core. */
    public void recall(String cell) {
        application.recall(cell).forEach((enterprise, heardAt) -> states.recall(cell, enterprise, heardAt));
    }

    /** Brings the cell as far as the core has published. @return whether everything there was is applied now */
    public boolean catchUp(String cell) throws InterruptedException {
        List<FeedClient.Hosted> hosted;
        String challenge = FeedClient.challenge();
        try {
            hosted = client.hosted(cell, application.schemas(), challenge);
        } catch (IOException unreachable) {
            states.stopped(cell, Trouble.silence(reason(unreachable)));
            return false;
        } catch (BrokenFeed broken) {
            states.stopped(cell, Trouble.refusal(reason(broken)));
            return false;
        }
        boolean whole = true;
        for (FeedClient.Hosted each : hosted) {
            whole &= catchUp(cell, each, challenge);
        }
        states.others(cell, hosted.stream().map(each -> each.enterprise().id()).toList())
                .forEach(enterprise ->
                        states.stopped(cell, enterprise, Trouble.silence("the core does not name this enterprise")));
        return whole;
    }

    private boolean catchUp(String cell, FeedClient.Hosted hosted, String challenge) throws InterruptedException {
        var enterprise = hosted.enterprise();
        try {
            keys.mustBeSigned(enterprise, hosted.head(), challenge);
            pull(cell, enterprise, hosted.head());
            upToDate(cell, enterprise, clock.instant());
            tidings.send(cell, enterprise);
            leaves.catchUp(cell, hosted);
            return true;
        } catch (IOException unreachable) {
            states.stopped(cell, enterprise.id(), Trouble.silence(reason(unreachable)));
        } catch (BrokenFeed broken) {
            states.stopped(cell, enterprise.id(), Trouble.refusal(reason(broken)));
        } catch (RuntimeException failed) {
            states.stopped(cell, enterprise.id(), Trouble.refusal("it could not be applied: " + failed));
            LOG.log(Level.DEBUG, "The feed could not be applied", failed);
        }
        return false;
    }

    /** Pages say it from memory; now and then it is written down, for the time after a start. */
    void upToDate(String cell, Enterprise enterprise, Instant at) {
        states.upToDate(cell, enterprise.id(), at);
        String feed = cell + "/" + enterprise.id();
        Instant last = written.getOrDefault(feed, Instant.EPOCH);
        if (last.plus(WRITTEN_AT_MOST_EVERY).isBefore(at)) {
            application.heard(cell, enterprise, at);
            written.put(feed, at);
        }
    }

    private void pull(String cell, Enterprise enterprise, FeedHead announced) throws IOException, InterruptedException {
        var position = application.position(cell, enterprise);
        application.follow(cell, enterprise, position);
        if (isAt(position, announced)) {
            return;
        }
        while (true) {
            String challenge = FeedClient.challenge();
            var answer = client.after(cell, enterprise, position, challenge);
            var head = answer.head();
            keys.mustBeSigned(enterprise, head, challenge);
            if (!head.epoch().equals(position.epoch())) {
                position = beginning(cell, enterprise, position, head);
                continue;
            }
            mustNotBeBehind(head, position);
            if (answer.entries().isEmpty()) {
                mustBeWhole(head, position);
                return;
            }
            for (FeedEntry entry : answer.entries()) {
                for (String digest : entry.item().blobs()) {
                    blobs.fetch(cell, enterprise, digest);
                }
            }
            application.apply(cell, enterprise, position, head, answer.entries());
            position = application.position(cell, enterprise);
            application.follow(cell, enterprise, position);
        }
    }

    private static FeedHead beginning(String cell, Enterprise enterprise, FeedHead position, FeedHead head) {
        if (FeedChain.isBefore(head.epoch(), position.epoch())) {
            throw new BrokenFeed("the core is in an earlier epoch than this cell");
        }
        if (!position.epoch().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Cell {0} begins the feed of enterprise {1} anew: another epoch",
                    cell,
                    enterprise.slug());
        }
        return new FeedHead(head.epoch(), 0, FeedChain.START, "");
    }

    private static void mustNotBeBehind(FeedHead head, FeedHead position) {
        if (head.number() < position.number() || (head.number() == position.number() && !isAt(position, head))) {
            throw new BrokenFeed("the core shows an older end of its chain than this cell has");
        }
    }

    private static void mustBeWhole(FeedHead head, FeedHead position) {
        if (!isAt(position, head)) {
            throw new BrokenFeed("entries are missing before the signed head");
        }
    }

    private static boolean isAt(FeedHead position, FeedHead head) {
        return position.epoch().equals(head.epoch())
                && position.number() == head.number()
                && position.hash().equals(head.hash());
    }

    private static String reason(Exception failed) {
        String message = failed.getMessage();
        return message == null || message.isBlank() ? failed.getClass().getSimpleName() : message;
    }
}
