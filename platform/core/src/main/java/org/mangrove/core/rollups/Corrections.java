package org.mangrove.core.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.events.Unread;
import org.mangrove.core.records.IndexedStatement;
import org.mangrove.core.records.StatementsChanging;
import org.mangrove.core.records.StatementsStored;
import org.mangrove.core.rollups.store.RollupRows;
import org.mangrove.sdk.TenantId;

/**
 * Corrects the sums when statements are removed or are found by other terms, in the transaction that does so.
 *
 * <p>The reader is held meanwhile. What it has not read is not in the sums, unless it was taken back before it was read: then one
 * too many was taken away, which reading it would have made good.
 */
@ApplicationScoped
class Corrections {

    @Inject
    RollupRows rows;

    @Inject
    Unread unread;

    void correct(@Observes StatementsChanging change) {
        TenantId tenant = change.tenant();
        Set<UUID> notRead = notRead(tenant);
        List<UUID> ids = change.before().stream().map(IndexedStatement::id).toList();
        Map<UUID, Boolean> takenBack = rows.voidings(tenant, ids);
        var tally = new Tally();
        for (int i = 0; i < change.before().size(); i++) {
            IndexedStatement before = change.before().get(i);
            long counted = counted(before, !notRead.contains(before.position()), takenBack);
            tally.count(before, -counted);
            if (!change.after().isEmpty()) {
                tally.count(change.after().get(i), counted);
            }
        }
        Map<RollupCell, Long> taken = tally.taken();
        rows.add(tenant, taken);
        rows.removeEmpty(tenant, taken.keySet());
        if (change.after().isEmpty()) {
            rows.takeBack(tenant, takenBack.keySet(), true);
            rows.release(tenant, change.released());
        }
    }

    /** How often a statement is in the sums. */
    private static long counted(IndexedStatement statement, boolean read, Map<UUID, Boolean> takenBack) {
        Boolean awaited = takenBack.get(statement.id());
        if (awaited == null || statement.voids().isPresent()) {
            return read ? 1 : 0;
        }
        return awaited || read ? 0 : -1;
    }

    private Set<UUID> notRead(TenantId tenant) {
        Unread.Events events = unread.whileHeld(tenant, RollupReader.NAME, StatementsStored.class);
        var positions = new HashSet<>(RollupReader.positionsIn(events.toCome()));
        positions.addAll(RollupReader.positionsInReadable(events.deadLetters()));
        return positions;
    }
}
