package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mangrove.core.publication.store.ChainRows;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

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

    @Inject
    CellReports cells;

    /** The last number of an epoch. */
    public record ChainEnd(String epoch, long number) {}

    /** What a cell gets when it asks: the head, and entries that lead towards it. */
    public record Answer(FeedHead head, List<FeedEntry> entries) {}

    /**
     * Publishes in the transaction under way. What equals the last entry about the same subject is not published again.
     *
     * @throws Refusal.Conflict if a cell must understand it and has reported that it cannot
     */
    public void append(EnterpriseId enterprise, FeedItem item) {
        cells.mustUnderstand(item);
        var end = chain.hold(enterprise);
        if (chain.latest(enterprise, end.epoch(), item.type(), item.subject())
                .filter(item.payload()::equals)
                .isPresent()) {
            return;
        }
        append(register.must(enterprise), end, item);
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
     * What follows the place that a cell names. If the cell is ahead of us, in a later epoch or on another chain, then this
     * core was restored from a backup: a new epoch begins, and the answer leads to its head.
     *
     * @param from where the cell stands; its epoch is empty if it has nothing yet
     * @param challenge to be signed with the head
     */
    public Answer after(Enterprise enterprise, FeedHead from, String challenge) {
        var end = chain.hold(enterprise.id());
        if (!knows(enterprise, end, from)) {
            LOG.log(
                    Level.WARNING,
                    "A cell has entry {0} of enterprise {1}, which this core does not: it was restored, and begins a new epoch",
                    from.number(),
                    enterprise.slug());
            end = beginEpoch(enterprise, end);
            if (!FeedChain.isBefore(from.epoch(), end.epoch())) {
                throw new Refusal.Invalid(Message.of("publication.feed.epoch-of-the-future"));
            }
        }
        var head = keys.sign(enterprise, end.epoch(), end.number(), end.hash(), challenge);
        return new Answer(
                head,
                end.epoch().equals(from.epoch())
                        ? chain.after(enterprise.id(), end.epoch(), from.number(), ENTRIES_AT_ONCE)
                        : List.of());
    }

    /** Whether this core can have published what a cell has. */
    private boolean knows(Enterprise enterprise, ChainRows.End end, FeedHead from) {
        if (!end.epoch().equals(from.epoch())) {
            return from.epoch().isEmpty() || FeedChain.isBefore(from.epoch(), end.epoch());
        }
        return from.number() == 0
                || chain.hashAt(enterprise.id(), from.epoch(), from.number())
                        .filter(from.hash()::equals)
                        .isPresent();
    }

    /** The head alone. */
    public Optional<FeedHead> head(Enterprise enterprise, String challenge) {
        return chain.end(enterprise.id())
                .map(end -> keys.sign(enterprise, end.epoch(), end.number(), end.hash(), challenge));
    }

    /** Every entry up to a head. */
    public List<FeedEntry> all(Enterprise enterprise, FeedHead head) {
        return chain.after(enterprise.id(), head.epoch(), 0, Math.toIntExact(head.number()));
    }

    /** Where each enterprise's chain ends. */
    public Map<String, ChainEnd> ends() {
        var ends = new TreeMap<String, ChainEnd>();
        register.enterprises()
                .forEach(enterprise -> chain.end(enterprise.id())
                        .ifPresent(end -> ends.put(enterprise.slug(), new ChainEnd(end.epoch(), end.number()))));
        return ends;
    }

    /** Begins a new epoch because somebody says so: cells take over the state as it is here, and give up the rest. */
    public ChainEnd renew(String slug) {
        var enterprise = register.enterprises().stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(Message.of("publication.feed.no-such-enterprise")));
        LOG.log(Level.WARNING, "An operator begins a new epoch of the feed of enterprise {0}", slug);
        var end = beginEpoch(enterprise, chain.hold(enterprise.id()));
        return new ChainEnd(end.epoch(), end.number());
    }

    /** Whether an entry of the enterprise's chain names a blob. */
    public boolean names(Enterprise enterprise, String digest) {
        return chain.end(enterprise.id())
                .map(end -> chain.names(enterprise.id(), end.epoch(), digest))
                .orElse(false);
    }

    private ChainRows.End beginEpoch(Enterprise enterprise, ChainRows.End restored) {
        var state = chain.latestOfEach(enterprise.id(), restored.epoch());
        var end = new ChainRows.End(FeedChain.newEpoch(), 0, FeedChain.START);
        chain.moveEnd(enterprise.id(), end.epoch(), end.number(), end.hash());
        for (FeedEntry entry : state) {
            end = append(enterprise, end, entry.item());
        }
        var complete = "{\"subjects\":%d}".formatted(state.size());
        return append(enterprise, end, FeedItem.of(FeedChain.STATE_COMPLETE, "all", complete));
    }

    private ChainRows.End append(Enterprise enterprise, ChainRows.End end, FeedItem item) {
        var entry = FeedChain.link(enterprise.slug(), end.epoch(), end.number() + 1, end.hash(), item);
        chain.add(enterprise.id(), entry);
        chain.moveEnd(enterprise.id(), entry.epoch(), entry.number(), entry.hash());
        return new ChainRows.End(entry.epoch(), entry.number(), entry.hash());
    }
}
