package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.publication.store.PositionRows;
import org.mangrove.core.tenancy.Enterprise;

/** Applies entries to a cell: all of a batch and the new position, or nothing. */
@ApplicationScoped
public class FeedApplication {

    @Inject
    PositionRows positions;

    @Inject
    @Any
    Instance<FeedApplier> appliers;

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
            apply(cell, enterprise, entry.item());
        }
        positions.put(cell, enterprise.id(), last.epoch(), last.number(), last.hash());
        return true;
    }

    /** What is kept in memory follows the rows. */
    public void applied(String cell, Enterprise enterprise) {
        appliers.forEach(applier -> applier.applied(cell, enterprise.id()));
    }

    private void apply(String cell, Enterprise enterprise, FeedItem item) {
        var applier = appliers.stream()
                .filter(candidate -> candidate.type().equals(item.type()))
                .findFirst();
        if (applier.isPresent()) {
            applier.get().apply(cell, enterprise.id(), item);
        } else if (item.mustUnderstand()) {
            throw new BrokenFeed(
                    "this cell does not know entries of type " + item.type() + ": upgrade it before the core");
        }
    }

    /** At the start of an epoch, whatever the cell had of another one has been replaced in full once its head is reached. */
    private static boolean stands(Optional<PositionRows.Position> held, FeedHead from) {
        if (from.number() == 0) {
            return held.isEmpty() || !held.get().epoch().equals(from.epoch());
        }
        return held.isPresent()
                && held.get().epoch().equals(from.epoch())
                && held.get().number() == from.number();
    }
}
