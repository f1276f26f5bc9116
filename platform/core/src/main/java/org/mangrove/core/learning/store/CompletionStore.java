package org.mangrove.core.learning.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What people have passed. */
@ApplicationScoped
public class CompletionStore extends TenantStore<CompletionRow> {

    public CompletionStore() {
        super(CompletionRow.class);
    }

    /** What a person has passed, the newest first. */
    public List<CompletionRow> of(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.person = :person", "e.completedAt desc")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<CompletionRow> findLatest(TenantId tenant, UUID person, String course) {
        return where(tenant, "e.person = :person and e.course = :course", "e.completedAt desc")
                .setParameter("person", person)
                .setParameter("course", course)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    public Optional<CompletionRow> findByCode(TenantId tenant, String code) {
        return where(tenant, "e.code = :code").setParameter("code", code).uniqueResultOptional();
    }
}
