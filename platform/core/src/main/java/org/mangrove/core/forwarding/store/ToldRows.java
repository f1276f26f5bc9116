package org.mangrove.core.forwarding.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.sdk.TenantId;

/** Of whom each store elsewhere was told, and by which name. */
@ApplicationScoped
public class ToldRows {

    @Inject
    CellSql sql;

    /**
     * @param term of the person as they are named here
     * @param knownAs the term of the name by which the other store knows them
     * @param alias that name, sealed, if it is another one
     */
    public record Told(UUID term, UUID knownAs, Optional<String> alias) {}

    /** @param since when the first statement of them was sent */
    public record Where(UUID forwarder, Told told, Instant since) {}

    /** Adds those that are not there. */
    public void add(TenantId tenant, UUID forwarder, Collection<Told> people, Instant now) {
        sql.changeAll(
                tenant,
                "insert ignore into forwarding_told (tenant_id, forwarder_id, term, known_as, alias, since_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                people.stream()
                        .map(told -> new Object[] {tenant, forwarder, told.term(), told.knownAs(), told.alias(), now})
                        .toList());
    }

    public List<Where> of(TenantId tenant, Collection<UUID> terms) {
        return of(tenant, terms, "");
    }

    /** As they are this moment, however long the transaction under way has lasted; held until it ends. */
    public List<Where> hold(TenantId tenant, Collection<UUID> terms) {
        return of(tenant, terms, " for update");
    }

    private List<Where> of(TenantId tenant, Collection<UUID> terms, String how) {
        if (terms.isEmpty()) {
            return List.of();
        }
        return sql.rows(
                tenant,
                "select forwarder_id, term, known_as, alias, since_at from forwarding_told"
                        + " where tenant_id = ? and term in (" + CellSql.marks(terms.size())
                        + ") order by forwarder_id, term" + how,
                row -> new Where(
                        Uuids.fromBytes(row.getBytes(1)),
                        new Told(
                                Uuids.fromBytes(row.getBytes(2)),
                                Uuids.fromBytes(row.getBytes(3)),
                                Optional.ofNullable(row.getString(4))),
                        CellSql.instant(row, 5).orElse(Instant.EPOCH)),
                values(tenant, terms));
    }

    public int remove(TenantId tenant, Collection<UUID> terms) {
        if (terms.isEmpty()) {
            return 0;
        }
        return sql.change(
                tenant,
                "delete from forwarding_told where tenant_id = ? and term in (" + CellSql.marks(terms.size()) + ")",
                values(tenant, terms));
    }

    private static Object[] values(TenantId tenant, Collection<UUID> terms) {
        var values = new ArrayList<Object>();
        values.add(tenant);
        values.addAll(terms);
        return values.toArray();
    }
}
