package org.mangrove.core.lineage.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Lock rules. */
@ApplicationScoped
public class LockStore extends EnterpriseStore<LockRow> {

    public LockStore() {
        super(LockRow.class);
    }

    /** How many of each subject were not lifted. */
    public Map<String, Long> counts(EnterpriseId enterprise) {
        return query(enterprise, """
                        select e.subject, count(e) from LockRow e
                        where e.enterprise = :enterprise and e.liftedAt is null group by e.subject""", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** Those of one subject that were not lifted, in the order in which they were set. */
    public List<LockRow> of(EnterpriseId enterprise, String subject) {
        return where(enterprise, "e.subject = :subject and e.liftedAt is null", "e.id")
                .setParameter("subject", subject)
                .getResultList();
    }

    /** One of them, which nobody else lifts before this transaction ends. */
    public Optional<LockRow> hold(EnterpriseId enterprise, UUID id) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
