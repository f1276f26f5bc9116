package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.publication.store.ChainRows;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantRegister;

/** The core's side of the feed: what it has published, for each enterprise. */
@ApplicationScoped
@Transactional
public class Feed {

    private static final Logger LOG = System.getLogger(Feed.class.getName());
    private static final int ENTRIES_AT_ONCE = 100;

    @Inject
    ChainRows chain;

    @Inject
    FeedKeys keys;

    @Inject
    TenantRegister register;

    /** What a cell gets when it asks: the head, and entries that lead towards it. */
    public record Answer(FeedHead head, List<FeedEntry> entries) {}

    /** Publishes in the transaction under way. What equals the last entry about the same subject is not published again. */
    public void append(EnterpriseId enterprise, FeedItem item) {
        var end = chain.hold(enterprise);
        if (chain.latest(enterprise, end.epoch(), item.type(), item.subject())
                .filter(item.payload()::equals)
                .isPresent()) {
            return;
        }
        append(mustKnow(enterprise), end, item);
    }

    /** The enterprises that have tenants in a cell: the only ones whose entries it gets. */
    public List<Enterprise> hostedBy(String cell) {
        var hosted = register.tenants().stream()
                .filter(tenant -> tenant.cell().equals(cell))
                .map(tenant -> tenant.enterprise())
                .distinct()
                .toList();
        return register.enterprises().stream()
                .filter(enterprise -> hosted.contains(enterprise.id()))
                .toList();
    }

    /**
     * What follows the place that a cell names. If the cell is ahead of us or stands on another chain, then this core was
     * restored from a backup: a new epoch begins, and the answer leads to its head.
     *
     * @param hash of the entry with that number, as the cell knows it
     */
    public Answer after(Enterprise enterprise, String epoch, long number, String hash) {
        var end = chain.hold(enterprise.id());
        boolean sameEpoch = end.epoch().equals(epoch);
        boolean known = number == 0
                || chain.hashAt(enterprise.id(), epoch, number)
                        .filter(hash::equals)
                        .isPresent();
        if (sameEpoch && !known) {
            LOG.log(
                    Level.WARNING,
                    "A cell has entry {0} of enterprise {1}, which this core does not: it was restored, and begins a new epoch",
                    number,
                    enterprise.slug());
            end = beginEpoch(enterprise, end);
            sameEpoch = false;
        }
        var head = keys.sign(enterprise.slug(), end.epoch(), end.number(), end.hash());
        return new Answer(
                head, sameEpoch ? chain.after(enterprise.id(), end.epoch(), number, ENTRIES_AT_ONCE) : List.of());
    }

    /** The head alone. */
    public Optional<FeedHead> head(Enterprise enterprise) {
        return chain.end(enterprise.id())
                .map(end -> keys.sign(enterprise.slug(), end.epoch(), end.number(), end.hash()));
    }

    /** Whether an entry of the enterprise's chain names a blob. */
    public boolean names(Enterprise enterprise, String digest) {
        return chain.end(enterprise.id())
                .map(end -> chain.names(enterprise.id(), end.epoch(), digest))
                .orElse(false);
    }

    private ChainRows.End beginEpoch(Enterprise enterprise, ChainRows.End restored) {
        var state = chain.latestOfEach(enterprise.id(), restored.epoch());
        var end = new ChainRows.End(UUID.randomUUID().toString(), 0, FeedChain.START);
        chain.moveEnd(enterprise.id(), end.epoch(), end.number(), end.hash());
        for (FeedEntry entry : state) {
            end = append(enterprise, end, entry.item());
        }
        return end;
    }

    private ChainRows.End append(Enterprise enterprise, ChainRows.End end, FeedItem item) {
        var entry = FeedChain.link(enterprise.slug(), end.epoch(), end.number() + 1, end.hash(), item);
        chain.add(enterprise.id(), entry);
        chain.moveEnd(enterprise.id(), entry.epoch(), entry.number(), entry.hash());
        return new ChainRows.End(entry.epoch(), entry.number(), entry.hash());
    }

    private Enterprise mustKnow(EnterpriseId id) {
        return register.enterprises().stream()
                .filter(enterprise -> enterprise.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no enterprise " + id));
    }
}
