package org.mangrove.core.approval.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Seats in lanes. */
@ApplicationScoped
public class SeatStore extends EnterpriseStore<SeatRow> {

    public SeatStore() {
        super(SeatRow.class);
    }

    /** Those that nobody has ended and that have not run out, in the order in which they were given. */
    public List<SeatRow> holding(EnterpriseId enterprise, LocalDate today, int most) {
        return where(
                        enterprise,
                        "e.endedAt is null and (e.lastDay is null or e.lastDay >= :today)",
                        "e.lane, e.givenAt, e.id")
                .setParameter("today", today)
                .setMaxResults(most)
                .getResultList();
    }
}
