package org.mangrove.core.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Acts. */
@ApplicationScoped
public class ActStore extends EnterpriseStore<ActRow> {

    public ActStore() {
        super(ActRow.class);
    }

    /** Those about one finding, in the order in which they were done. */
    public List<ActRow> of(EnterpriseId enterprise, UUID finding) {
        return where(enterprise, "e.finding = :finding", "e.id")
                .setParameter("finding", finding)
                .getResultList();
    }

    /** Those about what is there, in the order in which they were done. */
    public List<ActRow> ofWhatIsThere(EnterpriseId enterprise, int most) {
        return query(enterprise, """
                        select e from ActRow e where e.enterprise = :enterprise and e.finding in (
                          select f.id from FindingRow f where f.enterprise = :enterprise and f.goneAt is null)
                        order by e.id""", ActRow.class).setMaxResults(most).getResultList();
    }
}
