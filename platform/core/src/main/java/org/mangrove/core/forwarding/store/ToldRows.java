package org.mangrove.core.forwarding.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.Marks;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.CellSql;
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
                        + " where tenant_id = ? and term in (" + Marks.of(terms.size(), "?")
                        + ") order by forwarder_id, term" + how,
                row -> new Where(
                        Uuids.fromBytes(row.getBytes(1)),
                        new Told(
                                Uuids.fromBytes(row.getBytes(2)),
                                Uuids.fromBytes(row.getBytes(3)),
                                Optional.ofNullable(row.getString(4))),
                        CellSql.instant(row, 5).orElse(Instant.EPOCH)),
                tenant,
                terms);
    }

    public int remove(TenantId tenant, Collection<UUID> terms) {
        if (terms.isEmpty()) {
            return 0;
        }
        return sql.change(
                tenant,
                "delete from forwarding_told where tenant_id = ? and term in (" + Marks.of(terms.size(), "?") + ")",
                tenant,
                terms);
    }

    /** Whom a store was first told of before a moment, by their terms, in their order: at most so many behind one. */
    public List<UUID> before(TenantId tenant, UUID forwarder, Instant moment, UUID behind, int most) {
        return sql.rows(
                tenant,
                "select distinct term from forwarding_told where tenant_id = ? and forwarder_id = ? and term > ?"
                        + " and since_at < ? order by term limit ?",
                row -> Uuids.fromBytes(row.getBytes(1)),
                tenant,
                forwarder,
                behind,
                moment,
                most);
    }

    /** Forgets that one store was told of somebody. */
    public void removeOf(TenantId tenant, UUID forwarder, Collection<UUID> terms) {
        if (terms.isEmpty()) {
            return;
        }
        sql.change(
                tenant,
                "delete from forwarding_told where tenant_id = ? and forwarder_id = ? and term in ("
                        + Marks.of(terms.size(), "?") + ")",
                tenant,
                forwarder,
                terms);
    }
}
