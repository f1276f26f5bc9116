package org.mangrove.core.forwarding.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.database.Marks;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.CellSql;
import org.mangrove.sdk.TenantId;

/** Who was forgotten in the last days. */
@ApplicationScoped
public class ForgottenRows {

    @Inject
    CellSql sql;

    public void add(TenantId tenant, Collection<UUID> terms, UUID subject, Instant now) {
        sql.changeAll(
                tenant,
                "insert into forwarding_forgotten (tenant_id, term, subject, forgotten_at) values (?, ?, ?, ?)"
                        + " on duplicate key update subject = values(subject), forgotten_at = values(forgotten_at)",
                terms.stream()
                        .map(term -> new Object[] {tenant, term, subject, now})
                        .toList());
    }

    /** Those of these terms that were forgotten after something was stored, with whose they were. */
    public Map<UUID, UUID> since(TenantId tenant, Collection<UUID> terms, Instant stored) {
        if (terms.isEmpty()) {
            return Map.of();
        }
        return sql
                .rows(
                        tenant,
                        "select term, subject from forwarding_forgotten where tenant_id = ? and forgotten_at >= ?"
                                + " and term in (" + Marks.of(terms.size(), "?") + ")",
                        row -> Map.entry(Uuids.fromBytes(row.getBytes(1)), Uuids.fromBytes(row.getBytes(2))),
                        tenant,
                        stored,
                        terms)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What was on its way then has long arrived. */
    public void removeBefore(TenantId tenant, Instant time) {
        sql.change(tenant, "delete from forwarding_forgotten where tenant_id = ? and forgotten_at < ?", tenant, time);
    }
}
