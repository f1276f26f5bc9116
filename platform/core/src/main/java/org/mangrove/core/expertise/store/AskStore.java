package org.mangrove.core.expertise.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.expertise.AskState;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** What was asked of experts. */
@ApplicationScoped
public class AskStore extends EnterpriseStore<AskRow> {

    public AskStore() {
        super(AskRow.class);
    }

    /** One that nobody else answers or withdraws before this transaction ends. */
    public Optional<AskRow> hold(EnterpriseId enterprise, UUID id) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /** What was asked of an expert and has come so far, the newest first. */
    public List<AskRow> of(EnterpriseId enterprise, UUID expert, AskState state, int most) {
        return where(enterprise, "e.expert = :expert and e.state = :state", "e.askedAt desc, e.id desc")
                .setParameter("expert", expert)
                .setParameter("state", state.name())
                .setMaxResults(most)
                .getResultList();
    }

    /** What somebody has asked, the newest first. */
    public List<AskRow> askedBy(EnterpriseId enterprise, UUID asker, int most) {
        return where(enterprise, "e.asker = :asker", "e.askedAt desc, e.id desc")
                .setParameter("asker", asker)
                .setMaxResults(most)
                .getResultList();
    }

    /** What was asked of an expert since, and was not withdrawn. */
    public List<AskRow> askedOf(EnterpriseId enterprise, UUID expert, Instant since) {
        return where(enterprise, "e.expert = :expert and e.askedAt >= :since and e.state <> 'WITHDRAWN'", "e.id")
                .setParameter("expert", expert)
                .setParameter("since", since)
                .getResultList();
    }

    /** About one course, the newest first. */
    public List<AskRow> about(EnterpriseId enterprise, String course, int most) {
        return where(enterprise, "e.course = :course", "e.askedAt desc, e.id desc")
                .setParameter("course", course)
                .setMaxResults(most)
                .getResultList();
    }

    /** What waits, or was asked or answered since, whoever of. */
    public List<AskRow> lately(EnterpriseId enterprise, Instant since, int most) {
        return where(
                        enterprise,
                        "e.state = 'OPEN' or (e.state = 'ANSWERED' and (e.answeredAt > :since or e.askedAt > :since))",
                        "e.askedAt desc, e.id desc")
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    /** What should have been answered, and of which the asker was not told. */
    public List<AskRow> holdOverdue(EnterpriseId enterprise, Instant now, int most) {
        return where(enterprise, "e.state = 'OPEN' and e.dueAt <= :now and e.escalatedAt is null", "e.dueAt, e.id")
                .setParameter("now", now)
                .setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** What waits for an expert is withdrawn. @return how many there were */
    public int withdrawAllOf(EnterpriseId enterprise, UUID expert) {
        return change(
                        enterprise,
                        "update AskRow e set e.state = 'WITHDRAWN'"
                                + " where e.enterprise = :enterprise and e.expert = :expert and e.state = 'OPEN'")
                .setParameter("expert", expert)
                .executeUpdate();
    }

    /** What an expert said in words. @return how many there were */
    public int forgetWordsOf(EnterpriseId enterprise, UUID expert) {
        return change(
                        enterprise,
                        "update AskRow e set e.words = '' where e.enterprise = :enterprise and e.expert = :expert")
                .setParameter("expert", expert)
                .executeUpdate();
    }
}
