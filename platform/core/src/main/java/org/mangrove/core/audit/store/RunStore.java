package org.mangrove.core.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Runs. */
@ApplicationScoped
public class RunStore extends EnterpriseStore<RunRow> {

    public RunStore() {
        super(RunRow.class);
    }

    /** Its id alone: whoever wants to change it reads it as it is once they hold it. */
    public Optional<UUID> findOpen(EnterpriseId enterprise) {
        return query(
                        enterprise,
                        "select e.id from RunRow e where e.enterprise = :enterprise and e.open = 1",
                        UUID.class)
                .uniqueResultOptional();
    }

    /** The newest first. */
    public List<RunRow> latest(EnterpriseId enterprise, int most) {
        return where(enterprise, "e.attempts >= 0", "e.id desc")
                .setMaxResults(most)
                .getResultList();
    }

    /** The newest that came to its end. */
    public Optional<RunRow> findDone(EnterpriseId enterprise) {
        return where(enterprise, "e.state = 'DONE'", "e.id desc")
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    /** One that nobody else changes before this transaction ends. */
    public Optional<RunRow> hold(EnterpriseId enterprise, UUID id) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
