package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.database.Marks;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.CellSql;
import org.mangrove.sdk.TenantId;

/** Statements whose time is over, and their removal. */
@ApplicationScoped
public class OutdatedRows {

    private static final String OLDER = " from records_statement s where s.tenant_id = ? and s.source_id = ?"
            + " and s.evidence = ? and s.happened_on < ?";

    /** What takes another statement back stays as long as that one. */
    private static final String FREE = " and not exists (select 1 from records_reference r"
            + " join records_statement t on t.tenant_id = r.tenant_id and t.statement_id = r.target_id"
            + " where r.tenant_id = s.tenant_id and r.referrer = s.position and r.voids = true)";

    @Inject
    CellSql sql;

    /**
     * Positions of statements from before a day.
     *
     * @param actors those whose statements are left out
     */
    public List<UUID> olderThan(
            TenantId tenant, UUID source, boolean evidence, LocalDate day, Collection<UUID> actors, int most) {
        return sql.rows(
                tenant,
                "select s.position" + OLDER + FREE + without(actors) + " order by s.position limit ?",
                row -> Uuids.fromBytes(row.getBytes(1)),
                Stream.concat(values(tenant, source, evidence, day, actors), Stream.of(most))
                        .toArray());
    }

    public long countOlderThan(TenantId tenant, UUID source, boolean evidence, LocalDate day, Collection<UUID> actors) {
        return sql.number(
                tenant,
                "select count(*)" + OLDER + FREE + without(actors),
                values(tenant, source, evidence, day, actors).toArray());
    }

    /** Of each of these statements that are taken back, how many others do so than those at these positions. */
    public Map<UUID, Integer> takenBackByOthers(TenantId tenant, Collection<UUID> ids, Collection<UUID> positions) {
        if (ids.isEmpty() || positions.isEmpty()) {
            return Map.of();
        }
        return sql
                .rows(
                        tenant,
                        "select target_id, count(*) from records_reference where tenant_id = ? and voids = true"
                                + " and target_id in (" + Marks.of(ids.size(), "?") + ") and referrer not in ("
                                + Marks.of(positions.size(), "?") + ") group by target_id",
                        row -> Map.entry(Uuids.fromBytes(row.getBytes(1)), row.getInt(2)),
                        tenant,
                        ids,
                        positions)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** With their mentions, references and attachments. */
    public int remove(TenantId tenant, Collection<UUID> positions) {
        return positions.isEmpty()
                ? 0
                : sql.change(
                        tenant,
                        "delete from records_statement where tenant_id = ? and position in ("
                                + Marks.of(positions.size(), "?") + ")",
                        tenant,
                        positions);
    }

    private static String without(Collection<UUID> actors) {
        return actors.isEmpty()
                ? ""
                : " and (s.actor is null or s.actor not in (" + Marks.of(actors.size(), "?") + "))";
    }

    private static Stream<Object> values(
            TenantId tenant, UUID source, boolean evidence, LocalDate day, Collection<UUID> actors) {
        Stream<Object> always = Stream.of(tenant, source, evidence, day);
        return actors.isEmpty() ? always : Stream.concat(always, Stream.of(actors));
    }
}
