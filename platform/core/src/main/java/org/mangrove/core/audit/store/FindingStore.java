package org.mangrove.core.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Findings. */
@ApplicationScoped
public class FindingStore extends EnterpriseStore<FindingRow> {

    private static final String MARKS = """
            select new org.mangrove.core.audit.store.FindingMark(e.id, e.kind, e.subjects, e.marks, e.title,
              e.titleLanguage, e.owner, e.cameRun, e.seenRun, e.goneRun, e.firstSeenAt, e.seenAt, e.goneAt)
            from FindingRow e where e.enterprise = :enterprise""";

    public FindingStore() {
        super(FindingRow.class);
    }

    /** What is there, without its evidence. */
    public List<FindingMark> there(EnterpriseId enterprise, int most) {
        return query(enterprise, MARKS + " and e.goneAt is null order by e.id", FindingMark.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** What is gone, the last gone first. */
    public List<FindingMark> gone(EnterpriseId enterprise, int most) {
        return query(enterprise, MARKS + " and e.goneAt is not null order by e.goneAt desc, e.id", FindingMark.class)
                .setMaxResults(most)
                .getResultList();
    }

    public List<FindingRow> some(EnterpriseId enterprise, Collection<UUID> ids) {
        return where(enterprise, "e.id in (:ids)").setParameter("ids", ids).getResultList();
    }

    /** One that nobody else decides about before this transaction ends. */
    public Optional<FindingRow> hold(EnterpriseId enterprise, UUID id) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
