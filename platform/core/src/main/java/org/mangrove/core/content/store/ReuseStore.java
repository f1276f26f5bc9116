package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Which blocks show what others say. */
@ApplicationScoped
public class ReuseStore extends EnterpriseStore<ReuseRow> {

    public ReuseStore() {
        super(ReuseRow.class);
    }

    /** In one course. */
    public List<ReuseRow> in(EnterpriseId enterprise, String course) {
        return where(enterprise, "e.course = :course", "e.block")
                .setParameter("course", course)
                .getResultList();
    }

    /** Of one course, wherever it is shown. */
    public List<ReuseRow> of(EnterpriseId enterprise, String source, int most) {
        return where(enterprise, "e.source = :source", "e.sourceBlock, e.course, e.block")
                .setParameter("source", source)
                .setMaxResults(most)
                .getResultList();
    }

    /** The courses that show something of one: all of them, since what is demanded of it is demanded there. */
    public List<String> showing(EnterpriseId enterprise, String source) {
        return query(
                        enterprise,
                        "select distinct e.course from ReuseRow e where e.enterprise = :enterprise and e.source = :source",
                        String.class)
                .setParameter("source", source)
                .getResultList();
    }

    public int deleteIn(EnterpriseId enterprise, String course) {
        return change(enterprise, "delete from ReuseRow e where e.enterprise = :enterprise and e.course = :course")
                .setParameter("course", course)
                .executeUpdate();
    }

    /**
     * The courses that show something of which there is a version that nobody has looked at, and that is about them: what is pinned stays
     * against everything but the law.
     */
    public List<String> due(EnterpriseId enterprise, int most) {
        return query(enterprise, """
                        select distinct e.course from ReuseRow e
                        join Asset a on a.enterprise = e.enterprise and a.slug = e.source
                        join AssetVersionRow v on v.enterprise = e.enterprise and v.asset = a.id
                        where e.enterprise = :enterprise and a.enterprise = :enterprise and v.enterprise = :enterprise
                          and e.source <> e.course and v.number > e.looked and v.number > e.held
                          and (e.pinned = false or v.changeClass = 'REGULATORY')
                        order by e.course""", String.class).setMaxResults(most).getResultList();
    }
}
