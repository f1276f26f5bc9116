package org.mangrove.core.adaptation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What waits in markets for somebody to agree to it, and what became of it. */
@ApplicationScoped
public class AgreementStore extends TenantStore<AgreementRow> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    public AgreementStore() {
        super(AgreementRow.class);
    }

    /** What is due first comes first. */
    public List<AgreementRow> open(TenantId tenant, int most) {
        return where(tenant, "e.state = 'OPEN'", "e.dueAt, e.id")
                .setMaxResults(most)
                .getResultList();
    }

    /** What has been answered last comes first. */
    public List<AgreementRow> answered(TenantId tenant, int most) {
        return where(tenant, "e.state <> 'OPEN'", "e.answeredAt desc, e.id")
                .setMaxResults(most)
                .getResultList();
    }

    /** What waits of one subject. Nobody else changes it before this transaction ends. */
    public List<AgreementRow> holdOpen(TenantId tenant, String course, String subject) {
        return where(tenant, "e.state = 'OPEN' and e.course = :course and e.subject = :subject")
                .setParameter("course", course)
                .setParameter("subject", subject)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Nobody else changes it before this transaction ends. */
    public Optional<AgreementRow> hold(TenantId tenant, UUID id) {
        return where(tenant, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /** What somebody has asked, or has answered. @param after the last one of those before */
    public List<AgreementRow> by(TenantId tenant, UUID person, Optional<UUID> after, int most) {
        return where(tenant, "(e.askedBy = :person or e.answeredBy = :person) and e.id > :after", "e.id")
                .setParameter("person", person)
                .setParameter("after", after.orElse(BEFORE_ALL))
                .setMaxResults(most)
                .getResultList();
    }

    /** What was asked and answered stays; that it was them is forgotten. @return how many there were */
    public int forget(TenantId tenant, UUID person) {
        int asked = change(
                        tenant,
                        "update AgreementRow e set e.askedBy = null where e.tenant = :tenant and e.askedBy = :person")
                .setParameter("person", person)
                .executeUpdate();
        int answered = change(
                        tenant,
                        "update AgreementRow e set e.answeredBy = null"
                                + " where e.tenant = :tenant and e.answeredBy = :person")
                .setParameter("person", person)
                .executeUpdate();
        return asked + answered;
    }
}
