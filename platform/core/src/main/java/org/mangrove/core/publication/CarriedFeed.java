package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.publication.FeedStates.Trouble;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.sdk.Message;

/** The feed as a file that somebody carries: verified by the cell as if it had come over the line. */
@ApplicationScoped
public class CarriedFeed {

    private static final int ENTRIES_AT_ONCE = 100;

    @Inject
    Feed feed;

    @Inject
    Blobs blobs;

    @Inject
    Cells cells;

    @Inject
    FeedKeys keys;

    @Inject
    FeedApplication application;

    @Inject
    Subscription subscription;

    @Inject
    FeedStates states;

    @Inject
    Clock clock;

    /** What was taken over of one enterprise. */
    public record Taken(String enterprise, long number, long applied) {}

    /** In the core: all that is published for a cell now. */
    @Transactional
    public void pack(String cell, OutputStream out) {
        var label = new FeedFile.Label(cell, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        var chains = new ArrayList<FeedFile.Chain>();
        for (Enterprise enterprise : feed.hostedBy(cell)) {
            feed.head(enterprise, label.challenge())
                    .ifPresent(head -> chains.add(new FeedFile.Chain(enterprise, head, feed.all(enterprise, head))));
        }
        if (chains.isEmpty()) {
            throw new Refusal.NotFound(
                    Message.of("publication.file.hosts-nothing").with("cell", cell));
        }
        try {
            FeedFile.write(label, chains, blobs, out);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * In the cell for which it was packed: applies what is new.
     *
     * @throws Refusal.Invalid if it is for another cell, or broken; then nothing of the enterprise that was broken is applied
     */
    public List<Taken> unpack(Path file) {
        try (var carried = FeedFile.open(file)) {
            String cell = carried.label().cell();
            if (!cells.all().contains(cell)) {
                throw new Refusal.Invalid(
                        Message.of("publication.file.is-for-another-cell").with("cell", cell));
            }
            var taken = new ArrayList<Taken>();
            for (FeedFile.Chain chain : carried.chains()) {
                taken.add(take(carried, cell, chain));
            }
            return taken;
        } catch (IOException unreadable) {
            throw new Refusal.Invalid(Message.of("publication.file.is-broken"));
        }
    }

    private Taken take(FeedFile carried, String cell, FeedFile.Chain chain) throws IOException {
        Enterprise enterprise = chain.enterprise();
        try {
            FeedHead head = chain.head();
            keys.mustBeSigned(enterprise, head, carried.label().challenge());
            mustLeadTo(head, enterprise, chain.entries());
            FeedHead position = application.position(cell, enterprise);
            if (FeedChain.isBefore(head.epoch(), position.epoch())) {
                throw new BrokenFeed("the file is of an epoch that is over");
            }
            boolean isNewEpoch = !head.epoch().equals(position.epoch());
            long from = isNewEpoch ? 0 : position.number();
            if (from >= head.number()) {
                return new Taken(enterprise.slug(), from, 0);
            }
            if (from > 0 && !chain.entries().get((int) from - 1).hash().equals(position.hash())) {
                throw new BrokenFeed("the file does not continue what this cell has");
            }
            apply(
                    carried,
                    cell,
                    enterprise,
                    head,
                    chain.entries().subList((int) from, chain.entries().size()),
                    from);
            subscription.upToDate(cell, enterprise, carried.label().packedAt());
            return new Taken(enterprise.slug(), head.number(), head.number() - from);
        } catch (BrokenFeed broken) {
            states.stopped(cell, enterprise.id(), Trouble.refusal("a carried file: " + broken.getMessage()));
            throw new Refusal.Invalid(
                    enterprise.slug(),
                    Message.of("publication.file.is-refused")
                            .with("enterprise", enterprise.slug())
                            .with("reason", String.valueOf(broken.getMessage())));
        }
    }

    private static void mustLeadTo(FeedHead head, Enterprise enterprise, List<FeedEntry> entries) {
        FeedChain.mustContinue(enterprise.slug(), new FeedHead(head.epoch(), 0, FeedChain.START, ""), entries);
        if (entries.size() != head.number() || !entries.getLast().hash().equals(head.hash())) {
            throw new BrokenFeed("the entries do not lead to the signed head");
        }
    }

    private void apply(
            FeedFile carried, String cell, Enterprise enterprise, FeedHead head, List<FeedEntry> entries, long from)
            throws IOException {
        FeedHead position =
                from == 0 ? new FeedHead(head.epoch(), 0, FeedChain.START, "") : application.position(cell, enterprise);
        for (int begin = 0; begin < entries.size(); begin += ENTRIES_AT_ONCE) {
            List<FeedEntry> batch = entries.subList(begin, Math.min(begin + ENTRIES_AT_ONCE, entries.size()));
            for (FeedEntry entry : batch) {
                for (String digest : entry.item().blobs()) {
                    take(carried, digest);
                }
            }
            if (!application.apply(cell, enterprise, position, head, batch)) {
                throw new Refusal.Conflict(Message.of("publication.file.others-were-faster"));
            }
            FeedEntry last = batch.getLast();
            position = new FeedHead(last.epoch(), last.number(), last.hash(), "");
            application.follow(cell, enterprise, position);
        }
    }

    private void take(FeedFile carried, String text) throws IOException {
        Digest digest = Digest.parse(text).orElseThrow(() -> new BrokenFeed("an entry names a blob that is none"));
        if (blobs.has(digest)) {
            return;
        }
        byte[] bytes =
                carried.findBlob(digest).orElseThrow(() -> new BrokenFeed("blob " + text + " is not in the file"));
        if (!Digest.of(bytes).equals(digest)) {
            throw new BrokenFeed("blob " + text + " is not what its name says");
        }
        blobs.put(bytes);
    }
}
