package org.mangrove.core.publication.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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
