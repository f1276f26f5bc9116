package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.publication.store.PositionRows;
import org.mangrove.core.publication.store.SubjectRows;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;

/** Applies entries to a cell: all of a batch and the new position, or nothing. */
@ApplicationScoped
public class FeedApplication {

    private static final Logger LOG = System.getLogger(FeedApplication.class.getName());

    @Inject
    PositionRows positions;

    @Inject
    SubjectRows subjects;

    @Inject
    List<FeedApplier> appliers;

    @Inject
    Event<FeedFollowed> followers;

    private final Map<String, FeedHead> followed = new ConcurrentHashMap<>();

    /** Where the cell stands in the feed of an enterprise; at the start of no epoch if it has never heard of it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public FeedHead position(String cell, Enterprise enterprise) {
        return positions
                .find(cell, enterprise.id())
                .map(at -> new FeedHead(at.epoch(), at.number(), at.hash(), ""))
                .orElseGet(() -> new FeedHead("", 0, FeedChain.START, ""));
    }

    /**
     * Verifies entries against the place where the cell stands, and applies them.
     *
     * @return whether they were applied; not if another node was faster
     * @throws BrokenFeed if they do not continue what the cell has, or go beyond the signed head
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean apply(String cell, Enterprise enterprise, FeedHead from, FeedHead head, List<FeedEntry> entries) {
        var held = positions.hold(cell, enterprise.id());
        if (!stands(held, from)) {
            return false;
        }
        FeedChain.mustContinue(enterprise.slug(), from, entries);
        var last = entries.getLast();
        if (last.number() > head.number()
                || (last.number() == head.number() && !last.hash().equals(head.hash()))) {
            throw new BrokenFeed("entry " + last.number() + " does not lead to the signed head");
        }
        for (FeedEntry entry : entries) {
            apply(cell, enterprise, entry);
        }
        positions.put(cell, enterprise.id(), last.epoch(), last.number(), last.hash());
        return true;
    }

    /**
     * What is kept in memory follows the rows, if they have come further than it: this node has applied something, or
     * another one of the same cell has.
     */
    public void follow(String cell, Enterprise enterprise, FeedHead position) {
        FeedHead before = followed.put(cell + "/" + enterprise.id(), position);
        if (!position.equals(before)) {
            appliers.forEach(applier -> applier.applied(cell, enterprise.id()));
            followers.fire(new FeedFollowed(cell, enterprise.id()));
        }
    }

    /** What this cell tells the core that it understands. */
    public Map<String, Integer> schemas() {
        var schemas = new TreeMap<String, Integer>();
        schemas.put(FeedChain.STATE_COMPLETE, 1);
        appliers.forEach(applier -> schemas.put(applier.type(), applier.schemaVersion()));
        return schemas;
    }

    /** When each enterprise's feed was last complete in the cell, as it was written down. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Map<EnterpriseId, Instant> recall(String cell) {
        return positions.heard(cell);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void heard(String cell, Enterprise enterprise, Instant at) {
        positions.heard(cell, enterprise.id(), at);
    }

    private void apply(String cell, Enterprise enterprise, FeedEntry entry) {
        var item = entry.item();
        if (item.type().equals(FeedChain.STATE_COMPLETE)) {
            removeWhatIsNoMore(cell, enterprise, entry.epoch());
            return;
        }
        var applier = applierOf(item.type()).filter(candidate -> candidate.schemaVersion() >= item.schemaVersion());
        if (applier.isPresent()) {
            applier.get().apply(cell, enterprise.id(), item);
            subjects.put(cell, enterprise.id(), entry);
        } else if (item.mustUnderstand()) {
            throw new BrokenFeed("this cell does not know entries of type %s in schema %d: upgrade it before the core"
                    .formatted(item.type(), item.schemaVersion()));
        }
    }

    private void removeWhatIsNoMore(String cell, Enterprise enterprise, String epoch) {
        for (SubjectRows.Subject gone : subjects.notOf(cell, enterprise.id(), epoch)) {
            applierOf(gone.type()).ifPresent(applier -> applier.remove(cell, enterprise.id(), gone.subject()));
            subjects.remove(cell, enterprise.id(), gone);
            LOG.log(
                    Level.WARNING,
                    "The core of enterprise {0} has no {1} {2} any more: cell {3} gives it up",
                    enterprise.slug(),
                    gone.type(),
                    gone.subject(),
                    cell);
        }
    }

    private Optional<FeedApplier> applierOf(String type) {
        return appliers.stream()
                .filter(candidate -> candidate.type().equals(type))
                .findFirst();
    }

    /** At the start of an epoch, whatever the cell had of another one has been replaced in full once its head is reached. */
    private static boolean stands(Optional<PositionRows.Position> held, FeedHead from) {
        if (from.number() == 0) {
            if (held.filter(there -> FeedChain.isBefore(from.epoch(), there.epoch()))
                    .isPresent()) {
                throw new BrokenFeed("an epoch that is over");
            }
            return held.isEmpty() || !held.get().epoch().equals(from.epoch());
        }
        return held.isPresent()
                && held.get().epoch().equals(from.epoch())
                && held.get().number() == from.number();
    }
}
