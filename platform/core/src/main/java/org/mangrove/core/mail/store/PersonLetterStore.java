package org.mangrove.core.mail.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.mail.LetterState;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** The outbox to the people of tenants, in their cell. */
@ApplicationScoped
public class PersonLetterStore extends TenantStore<PersonLetterRow> {

    public PersonLetterStore() {
        super(PersonLetterRow.class);
    }

    /** Those whose turn it is, which nobody else takes before this transaction ends. */
    public List<PersonLetterRow> holdDue(TenantId tenant, Instant now, int most) {
        return where(tenant, "e.dispatch.state = 'WAITING' and e.dispatch.dueAt <= :now", "e.dispatch.dueAt, e.id")
                .setParameter("now", now)
                .setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    public Optional<PersonLetterRow> hold(TenantId tenant, UUID id) {
        return where(tenant, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    public long countTo(TenantId tenant, UUID person, Instant since) {
        return countWhere(tenant, "e.person = :person and e.dispatch.madeAt >= :since")
                .setParameter("person", person)
                .setParameter("since", since)
                .getSingleResult();
    }

    public long count(TenantId tenant, LetterState state) {
        return countWhere(tenant, "e.dispatch.state = :state")
                .setParameter("state", state.name())
                .getSingleResult();
    }

    /** The newest first. */
    public List<PersonLetterRow> to(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.person = :person", "e.dispatch.madeAt desc, e.id desc")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return how many there were */
    public int removeTo(TenantId tenant, UUID person) {
        return change(tenant, "delete from PersonLetterRow e where e.tenant = :tenant and e.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    /** Those that ended so, of before. @return how many there were */
    public int removeOld(TenantId tenant, LetterState state, Instant before) {
        return change(
                        tenant,
                        "delete from PersonLetterRow e where e.tenant = :tenant and e.dispatch.state = :state"
                                + " and e.dispatch.madeAt < :before")
                .setParameter("state", state.name())
                .setParameter("before", before)
                .executeUpdate();
    }
}
