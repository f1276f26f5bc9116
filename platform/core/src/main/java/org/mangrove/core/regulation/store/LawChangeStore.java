package org.mangrove.core.regulation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Laws that change. */
@ApplicationScoped
public class LawChangeStore extends EnterpriseStore<LawChangeRow> {

    public LawChangeStore() {
        super(LawChangeRow.class);
    }

    /** The newest first. */
    public List<LawChangeRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "1 = 1", "e.announcedAt desc, e.id desc")
                .setMaxResults(most)
                .getResultList();
    }

    /** Those that were announced since and not taken back. */
    public List<LawChangeRow> standing(EnterpriseId enterprise, Instant since, int most) {
        return where(enterprise, "e.takenBackAt is null and e.announcedAt > :since", "e.id")
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    /** One of them, which nobody else changes before this transaction ends. */
    public Optional<LawChangeRow> hold(EnterpriseId enterprise, UUID id) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
