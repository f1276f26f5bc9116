package org.mangrove.core.conversion.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.conversion.DraftMark;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** What authors' documents became. */
@ApplicationScoped
public class DraftStore extends EnterpriseStore<DraftRow> {

    public DraftStore() {
        super(DraftRow.class);
    }

    /** One of that author that has not come to its end. */
    public Optional<DraftRow> find(EnterpriseId enterprise, UUID author, UUID id, Instant now) {
        return where(enterprise, "e.id = :id and e.author = :author and e.endsAt > :now")
                .setParameter("id", id)
                .setParameter("author", author)
                .setParameter("now", now)
                .uniqueResultOptional();
    }

    /** The author's, the latest first. */
    public List<DraftMark> marksOf(EnterpriseId enterprise, UUID author, Instant now) {
        return query(
                        enterprise,
                        "select new org.mangrove.core.conversion.DraftMark(e.id, e.fileName, e.createdAt, e.endsAt,"
                                + " e.discardedAt) from DraftRow e where e.enterprise = :enterprise"
                                + " and e.author = :author and e.endsAt > :now order by e.createdAt desc, e.id",
                        DraftMark.class)
                .setParameter("author", author)
                .setParameter("now", now)
                .getResultList();
    }

    /** Those that have come to their end. */
    public List<UUID> ended(EnterpriseId enterprise, Instant now, int most) {
        return query(
                        enterprise,
                        "select e.id from DraftRow e where e.enterprise = :enterprise and e.endsAt <= :now"
                                + " order by e.endsAt",
                        UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    public int delete(EnterpriseId enterprise, UUID id) {
        return change(enterprise, "delete from DraftRow e where e.enterprise = :enterprise and e.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
