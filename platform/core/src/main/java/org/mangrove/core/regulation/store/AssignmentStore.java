package org.mangrove.core.regulation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** Who has to learn something again. */
@ApplicationScoped
public class AssignmentStore extends TenantStore<AssignmentRow> {

    public AssignmentStore() {
        super(AssignmentRow.class);
    }

    /**
     * Some at a time, in the order of what they promise, which tells nothing about anybody.
     *
     * @param after what the last one of those before has promised; empty at the beginning
     */
    public List<AssignmentRow> after(TenantId tenant, UUID change, String course, String after, int most) {
        return where(tenant, "e.change = :change and e.course = :course and e.commitment > :after", "e.commitment")
                .setParameter("change", change)
                .setParameter("course", course)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** Which of some people are written down already. */
    public Set<UUID> among(TenantId tenant, UUID change, String course, Collection<UUID> people) {
        return Set.copyOf(query(tenant, """
                        select e.person from AssignmentRow e where e.tenant = :tenant and e.change = :change
                          and e.course = :course and e.person in (:people)""", UUID.class)
                .setParameter("change", change)
                .setParameter("course", course)
                .setParameter("people", people)
                .getResultList());
    }

    public List<AssignmentRow> of(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.person = :person", "e.id")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }

    /** By what they promise, if it was promised here. */
    public List<AssignmentRow> promised(TenantId tenant, Collection<String> commitments) {
        return where(tenant, "e.commitment in (:commitments)")
                .setParameter("commitments", commitments)
                .getResultList();
    }
}
