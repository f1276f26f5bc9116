package org.mangrove.core.mail.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.mail.LetterState;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** The outbox of a core. */
@ApplicationScoped
public class CoreLetterStore extends EnterpriseStore<CoreLetterRow> {

    public CoreLetterStore() {
        super(CoreLetterRow.class);
    }

    /** Those whose turn it is, which nobody else takes before this transaction ends. */
    public List<CoreLetterRow> holdDue(EnterpriseId enterprise, Instant now, int most) {
        return where(enterprise, "e.dispatch.state = 'WAITING' and e.dispatch.dueAt <= :now", "e.dispatch.dueAt, e.id")
                .setParameter("now", now)
                .setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    public Optional<CoreLetterRow> hold(EnterpriseId enterprise, UUID id) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    public long countTo(EnterpriseId enterprise, UUID actor, Instant since) {
        return query(
                        enterprise,
                        "select count(*) from CoreLetterRow e where e.enterprise = :enterprise and e.actor = :actor"
                                + " and e.dispatch.madeAt > :since",
                        Long.class)
                .setParameter("actor", actor)
                .setParameter("since", since)
                .getSingleResult();
    }

    public long count(EnterpriseId enterprise, LetterState state) {
        return query(
                        enterprise,
                        "select count(*) from CoreLetterRow e where e.enterprise = :enterprise and e.dispatch.state = :state",
                        Long.class)
                .setParameter("state", state.name())
                .getSingleResult();
    }

    public Optional<CoreLetterRow> findNewestTo(EnterpriseId enterprise, UUID actor) {
        return where(enterprise, "e.actor = :actor", "e.dispatch.madeAt desc, e.id desc")
                .setParameter("actor", actor)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    /** @return how many there were */
    public int removeTo(EnterpriseId enterprise, UUID actor) {
        return change(enterprise, "delete from CoreLetterRow e where e.enterprise = :enterprise and e.actor = :actor")
                .setParameter("actor", actor)
                .executeUpdate();
    }

    /** Those that ended so, of before. @return how many there were */
    public int removeOld(EnterpriseId enterprise, LetterState state, Instant before) {
        return change(
                        enterprise,
                        "delete from CoreLetterRow e where e.enterprise = :enterprise and e.dispatch.state = :state"
                                + " and e.dispatch.madeAt < :before")
                .setParameter("state", state.name())
                .setParameter("before", before)
                .executeUpdate();
    }
}
