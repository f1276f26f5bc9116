package org.mangrove.core.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.events.Unread;
import org.mangrove.core.records.StatementsStored;
import org.mangrove.core.rollups.Verification.Difference;
import org.mangrove.core.rollups.store.RecountRows;
import org.mangrove.core.rollups.store.RecountRows.By;
import org.mangrove.core.rollups.store.RecountRows.Compared;
import org.mangrove.core.rollups.store.RecountRows.Extent;
import org.mangrove.core.rollups.store.RecountRows.Voiding;
import org.mangrove.core.rollups.store.RollupRows;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Tenant;

/**
 * Compares sums with a recount of all statements, less those whose events have not been read, less those that have been taken
 * back by a statement whose event has.
 */
@ApplicationScoped
class Recounts {

    private static final int NAMED = 20;
    private static final int AT_ONCE = 500;
    private static final Comparator<Difference> ORDER = Comparator.comparing(Difference::day)
            .thenComparing(Difference::kind)
            .thenComparing(difference -> difference.term().toString());

    @Inject
    RecountRows recount;

    @Inject
    RollupRows rows;

    @Inject
    Unread unread;

    /** What is to be left out of a count of everything. */
    private record LeftOut(List<UUID> positions, List<UUID> ids) {}

    Verification compare(TenantProfile profile) {
        Tenant tenant = profile.tenant();
        Extent extent = recount.extent(tenant.id());
        Unread.Events events = unread.of(tenant.id(), RollupReader.NAME, StatementsStored.class);
        Set<UUID> notRead = notRead(events);
        LeftOut leftOut = leftOut(tenant, notRead);
        var wrong = new ArrayList<Difference>();
        for (RollupKind kind : RollupKind.values()) {
            wrong.addAll(sums(tenant, kind, extent, leftOut));
        }
        wrong.sort(ORDER);
        return new Verification(
                tenant.slug(),
                extent.statements(),
                extent.statements() - notRead.size(),
                events.setAside(),
                rows.all(tenant.id(), RollupKind.ORGANIZATION).size(),
                wrong.size(),
                wrong.subList(0, Math.min(NAMED, wrong.size())));
    }

    private static Set<UUID> notRead(Unread.Events events) {
        var positions = new HashSet<>(RollupReader.positionsIn(events.toCome()));
        positions.addAll(RollupReader.positionsInReadable(events.deadLetters()));
        return positions;
    }

    private LeftOut leftOut(Tenant tenant, Set<UUID> notRead) {
        Set<UUID> takenBack = recount.voidings(tenant.id()).stream()
                .filter(voiding -> !notRead.contains(voiding.position()))
                .map(Voiding::target)
                .collect(Collectors.toSet());
        takenBack.removeAll(rows.allAwaited(tenant.id()));
        return new LeftOut(List.copyOf(notRead), List.copyOf(takenBack));
    }

    private List<Difference> sums(Tenant tenant, RollupKind kind, Extent extent, LeftOut leftOut) {
        Map<RollupCell, Long> less = less(tenant, kind, extent, leftOut);
        var wrong = new ArrayList<Difference>();
        for (Compared found : recount.differences(tenant.id(), kind, tenant.timeZone(), extent)) {
            var cell = new RollupCell(kind, found.term(), found.day());
            long counted =
                    found.counted() - Optional.ofNullable(less.remove(cell)).orElse(0L);
            if (counted != found.kept()) {
                wrong.add(new Difference(kind, found.term(), found.day(), counted, found.kept()));
            }
        }
        less.forEach((cell, times) -> {
            if (times != 0) {
                long kept = rows.at(tenant.id(), kind, cell.term(), cell.day());
                wrong.add(new Difference(kind, cell.term(), cell.day(), kept - times, kept));
            }
        });
        return wrong;
    }

    private Map<RollupCell, Long> less(Tenant tenant, RollupKind kind, Extent extent, LeftOut leftOut) {
        var less = new HashMap<RollupCell, Long>();
        ZoneId zone = tenant.timeZone();
        for (List<UUID> some : inParts(leftOut.positions())) {
            add(less, kind, recount.counts(tenant.id(), kind, zone, extent, By.POSITION, some));
        }
        for (List<UUID> some : inParts(leftOut.ids())) {
            add(less, kind, recount.counts(tenant.id(), kind, zone, extent, By.ID_OF_ORDINARY, some));
        }
        return less;
    }

    private static void add(Map<RollupCell, Long> into, RollupKind kind, List<Compared> counts) {
        counts.forEach(
                count -> into.merge(new RollupCell(kind, count.term(), count.day()), count.counted(), Long::sum));
    }

    private static List<List<UUID>> inParts(List<UUID> all) {
        var parts = new ArrayList<List<UUID>>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }
}
