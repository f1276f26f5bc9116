package org.mangrove.core.authoring.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.authoring.DraftState;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Courses in the making. */
@ApplicationScoped
public class CourseDraftStore extends EnterpriseStore<CourseDraftRow> {

    public CourseDraftStore() {
        super(CourseDraftRow.class);
    }

    /** Nobody else changes it before this transaction ends. */
    public Optional<CourseDraftRow> hold(EnterpriseId enterprise, UUID id) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /** The one on which people work, if there is one. */
    public Optional<CourseDraftRow> findOpen(EnterpriseId enterprise, String course) {
        return where(enterprise, "e.openCourse = :course")
                .setParameter("course", course)
                .uniqueResultOptional();
    }

    /** Those of which exactly that was put before those who have to agree. */
    public List<CourseDraftRow> holdPutForward(EnterpriseId enterprise, String digest) {
        return where(enterprise, "e.putForward = :digest and e.state = :open")
                .setParameter("digest", digest)
                .setParameter("open", DraftState.OPEN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The latest first. */
    public List<CourseDraftRow> in(EnterpriseId enterprise, DraftState state, int from, int most) {
        return where(enterprise, "e.state = :state", "e.changedAt desc, e.id")
                .setParameter("state", state)
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultList();
    }

    public long count(EnterpriseId enterprise, DraftState state) {
        return query(
                        enterprise,
                        "select count(e) from CourseDraftRow e where e.enterprise = :enterprise and e.state = :state",
                        Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }

    /** Those that have ended before. */
    public List<UUID> ended(EnterpriseId enterprise, Instant before, int most) {
        return query(
                        enterprise,
                        "select e.id from CourseDraftRow e where e.enterprise = :enterprise and e.endedAt < :before"
                                + " order by e.endedAt",
                        UUID.class)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    public int delete(EnterpriseId enterprise, UUID id) {
        return change(enterprise, "delete from CourseDraftRow e where e.enterprise = :enterprise and e.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
