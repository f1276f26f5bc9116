package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.privacy.store.WorkRows;
import org.mangrove.core.privacy.store.WorkRows.Work;

/** Which node of a cell works on what people have asked for. Who has the turn and dies loses it by the clock. */
@ApplicationScoped
class PrivacyTurns {

    private static final Duration TURN = Duration.ofMinutes(1);

    @Inject
    WorkRows rows;

    @Inject
    Clock clock;

    private final String node = UUID.randomUUID().toString();

    /** @return whether it is this node's turn until then at least */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Instant> take(String cell) {
        Instant now = clock.instant();
        Instant until = now.plus(TURN);
        return rows.take(cell, node, now, until) ? Optional.of(until) : Optional.empty();
    }

    /** Nobody needs to wait for this node. */
    @Transactional(TxType.REQUIRES_NEW)
    void release(String cell) {
        rows.release(cell, node, clock.instant());
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<Work> requests(String cell, int most) {
        return rows.approved(cell, most);
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<Work> expired(String cell, int most) {
        return rows.expired(cell, clock.instant(), most);
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<Work> runs(String cell, int most) {
        return rows.runs(cell, most);
    }
}
