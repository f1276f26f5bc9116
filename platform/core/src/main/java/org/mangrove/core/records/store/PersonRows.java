package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.database.Marks;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.CellSql;
import org.mangrove.sdk.TenantId;

/** Where somebody is found, by their term, and changes that: what erasure and export need and nothing else does. */
@ApplicationScoped
public class PersonRows {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    CellSql sql;

    /** At most so many positions of statements which somebody did, and in which they lie under this seal. */
    public List<UUID> doneBy(TenantId tenant, UUID person, UUID seal, int most) {
        return positions(
                tenant,
                "select position from records_statement where tenant_id = ? and actor = ? and locate(?, sealed) > 0"
                        + " order by position limit ?",
                tenant,
                person,
                seal,
                most);
    }

    /** At most so many positions of statements that mention somebody, and in which they lie under this seal. */
    public List<UUID> mentioning(TenantId tenant, UUID person, UUID seal, int most) {
        return positions(
                tenant,
                "select distinct m.subject from records_mention m join records_statement s"
                        + " on s.tenant_id = m.tenant_id and s.position = m.subject"
                        + " where m.tenant_id = ? and m.term = ? and locate(?, s.sealed) > 0 limit ?",
                tenant,
                person,
                seal,
                most);
    }

    /** All positions at which somebody stands in a statement, voided ones too, in the order of storing: at most so many. */
    public List<UUID> speakingOf(TenantId tenant, UUID person, UUID behind, int most) {
        return positions(
                tenant,
                "select position from records_statement where tenant_id = ? and actor = ? and position > ?"
                        + " union select subject from records_mention where tenant_id = ? and term = ? and subject > ?"
                        + " order by 1 limit ?",
                tenant,
                person,
                behind,
                tenant,
                person,
                behind,
                most);
    }

    /** Whether anything is found by somebody's term. */
    public boolean isFound(TenantId tenant, UUID person) {
        return isFound(
                        tenant,
                        person,
                        "select position from records_statement where tenant_id = ? and actor = ? limit 1")
                || isFound(
                        tenant, person, "select subject from records_mention where tenant_id = ? and term = ? limit 1");
    }

    private boolean isFound(TenantId tenant, UUID person, String select) {
        return !positions(tenant, select, tenant, person).isEmpty();
    }

    /** Lets statements be found by another term wherever they were found by somebody's. */
    public void rename(TenantId tenant, UUID person, UUID other, Collection<UUID> positions) {
        for (String column : List.of("actor", "team")) {
            change(tenant, "records_statement", column, "position", person, other, positions);
        }
        change(tenant, "records_mention", "term", "subject", person, other, positions);
    }

    private void change(
            TenantId tenant, String table, String column, String place, UUID person, UUID other, Collection<UUID> at) {
        sql.change(
                tenant,
                "update %1$s set %2$s = ? where tenant_id = ? and %2$s = ? and %3$s in (%4$s)"
                        .formatted(table, column, place, Marks.of(at.size(), "?")),
                other,
                tenant,
                person,
                at);
    }

    /** Which statements refer to these, and which to those: all of them. */
    public Set<UUID> referrersOf(TenantId tenant, Collection<UUID> positions) {
        var all = new LinkedHashSet<UUID>();
        Collection<UUID> next = positions;
        while (!next.isEmpty()) {
            Collection<UUID> asked = next;
            var found = new ArrayList<>(positions(
                    tenant,
                    "select r.referrer from records_statement s join records_reference r"
                            + " on r.tenant_id = s.tenant_id and r.target_id = s.statement_id"
                            + " where s.tenant_id = ? and s.position in (" + Marks.of(asked.size(), "?") + ")",
                    tenant,
                    asked));
            found.removeIf(position -> !all.add(position));
            next = found;
        }
        return all;
    }

    /** What statements at some positions are found by because others say it. */
    public void removeMentions(TenantId tenant, Collection<UUID> positions, Collection<UUID> subjects) {
        if (positions.isEmpty() || subjects.isEmpty()) {
            return;
        }
        sql.change(
                tenant,
                "delete from records_mention where tenant_id = ? and position in (" + Marks.of(positions.size(), "?")
                        + ") and subject in (" + Marks.of(subjects.size(), "?") + ")",
                tenant,
                positions,
                subjects);
    }

    private List<UUID> positions(TenantId tenant, String select, Object... values) {
        return sql.rows(tenant, select, row -> Uuids.fromBytes(row.getBytes(1)), values);
    }
}
