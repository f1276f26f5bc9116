package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.mangrove.core.records.store.NodeRows.Told;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.TenantId;

/**
 * Takes nodes for gone that have not been heard of, so that readers need not wait for them any longer.
 *
 * <p>A node that is silent for so long stores nothing more, but it may have written something and be just about to commit, or
 * nobody has told the database that it is dead. Its rows hold their tenant's row of seals until the end of its transaction, as
 * everybody's do. So each tenant's is waited for once.
 */
@ApplicationScoped
class SilentNodes {

    private static final Logger LOG = System.getLogger(SilentNodes.class.getName());

    /** Who stores meanwhile waits, too. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** This node has to be heard of itself. */
    private static final Duration AT_A_TIME = Duration.ofSeconds(2);

    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(5);

    @Inject
    NodeBook book;

    @Inject
    Tenants tenants;

    @Inject
    Clock clock;

    private final ConcurrentMap<UUID, Awaited> silent = new ConcurrentHashMap<>();

    /** @param tenants for whom the node may still be storing something */
    private record Awaited(String cell, Deque<TenantId> tenants, Instant notBefore) {}

    /** One thread a cell. */
    void look(String cell, List<Told> others) {
        List<UUID> gone = others.stream()
                .filter(other -> other.silent().compareTo(CellNodes.TAKEN_FOR_GONE) >= 0)
                .map(Told::node)
                .toList();
        silent.entrySet().removeIf(each -> each.getValue().cell().equals(cell) && !gone.contains(each.getKey()));
        for (UUID node : gone) {
            Awaited awaited = silent.computeIfAbsent(node, first -> new Awaited(cell, tenantsOf(cell), Instant.EPOCH));
            if (!awaited.notBefore().isAfter(clock.instant()) && nothingIsLeft(node, awaited)) {
                silent.remove(node);
                if (book.takeOut(cell, node, CellNodes.TAKEN_FOR_GONE)) {
                    LOG.log(Level.INFO, "Node " + node + " of cell " + cell + " has not been heard of and is gone");
                }
            }
        }
    }

    private Deque<TenantId> tenantsOf(String cell) {
        return tenants.all().stream()
                .filter(tenant -> tenant.cell().equals(cell))
                .map(tenant -> tenant.tenant().id())
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private boolean nothingIsLeft(UUID node, Awaited awaited) {
        Instant end = clock.instant().plus(AT_A_TIME);
        try {
            while (!awaited.tenants().isEmpty()) {
                if (clock.instant().isAfter(end)) {
                    return false;
                }
                book.awaitThoseWhoStore(awaited.tenants().getFirst(), PATIENCE);
                awaited.tenants().removeFirst();
            }
            return true;
        } catch (RuntimeException stillStoring) {
            LOG.log(
                    Level.WARNING,
                    "Node " + node + " of cell " + awaited.cell()
                            + " is silent, and may not have ended what it was storing");
            silent.put(
                    node,
                    new Awaited(
                            awaited.cell(), awaited.tenants(), clock.instant().plus(BEFORE_TRYING_AGAIN)));
            return false;
        }
    }
}
