package org.mangrove.core.publication.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.database.EveryTenant;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.EnterpriseId;

/** How far a cell has come in the feed of an enterprise. */
@ApplicationScoped
public class PositionRows {

    @Inject
    Cells cells;

    @Inject
    Clock clock;

    public record Position(String epoch, long number, String hash, Instant appliedAt) {}

    /** Held until the transaction ends, so that no other node applies the same entries. */
    public Optional<Position> hold(String cell, EnterpriseId enterprise) {
        return find(cell, enterprise, " for update");
    }

    public Optional<Position> find(String cell, EnterpriseId enterprise) {
        return find(cell, enterprise, "");
    }

    private Optional<Position> find(String cell, EnterpriseId enterprise, String lock) {
        return cells.sessionOfCell(cell)
                .createNativeQuery(
                        "select epoch, number, hash, applied_at from publication_position where enterprise_id = :enterprise"
                                + lock,
                        Object[].class)
                .setParameter("enterprise", enterprise.number())
                .uniqueResultOptional()
                .map(row -> new Position(
                        (String) row[0],
                        ((Number) row[1]).longValue(),
                        row[2].toString(),
                        ((Timestamp) row[3]).toInstant()));
    }

    /** When each enterprise's feed was last complete in this cell, as far as it was written down. */
    public Map<EnterpriseId, Instant> heard(String cell) {
        var heard = new HashMap<EnterpriseId, Instant>();
        cells.sessionOfCell(cell)
                .createNativeQuery(
                        EveryTenant.FEED.says(
                                "select enterprise_id, coalesce(heard_at, applied_at) from publication_position"),
                        Object[].class)
                .getResultStream()
                .forEach(row ->
                        heard.put(new EnterpriseId(((Number) row[0]).intValue()), ((Timestamp) row[1]).toInstant()));
        return heard;
    }

    public void heard(String cell, EnterpriseId enterprise, Instant at) {
        cells.sessionOfCell(cell)
                .createNativeMutationQuery(
                        "update publication_position set heard_at = :now where enterprise_id = :enterprise")
                .setParameter("now", Timestamp.from(at))
                .setParameter("enterprise", enterprise.number())
                .executeUpdate();
    }

    public void put(String cell, EnterpriseId enterprise, String epoch, long number, String hash) {
        cells.sessionOfCell(cell)
                .createNativeMutationQuery("""
                        insert into publication_position (enterprise_id, epoch, number, hash, applied_at)
                        values (:enterprise, :epoch, :number, :hash, :now)
                        on duplicate key update epoch = values(epoch), number = values(number), hash = values(hash),
                          applied_at = values(applied_at)
                        """)
                .setParameter("enterprise", enterprise.number())
                .setParameter("epoch", epoch)
                .setParameter("number", number)
                .setParameter("hash", hash)
                .setParameter("now", Timestamp.from(clock.instant()))
                .executeUpdate();
    }
}
