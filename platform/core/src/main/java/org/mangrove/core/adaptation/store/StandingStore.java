package org.mangrove.core.adaptation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.adaptation.CourseStanding;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** How courses stand in markets. */
@ApplicationScoped
public class StandingStore extends TenantStore<StandingRow> {

    public StandingStore() {
        super(StandingRow.class);
    }

    public List<StandingRow> all(TenantId tenant, int most) {
        return where(tenant, "1 = 1", "e.course").setMaxResults(most).getResultList();
    }

    /** In place of what was known of the course before. */
    public void put(TenantId tenant, CourseStanding standing, String vector, Optional<Instant> validUntil) {
        session(tenant)
                .createNativeMutationQuery("""
                        insert into adaptation_standing (tenant_id, id, course_slug, vector, valid_until, document)
                        values (:tenant, :id, :course, :vector, :until, :document)
                        on duplicate key update vector = values(vector), valid_until = values(valid_until),
                            document = values(document)
                        """)
                .setParameter("tenant", tenant.number())
                .setParameter("id", Uuids.next())
                .setParameter("course", standing.course())
                .setParameter("vector", vector)
                .setParameter("until", validUntil.map(Timestamp::from).orElse(null))
                .setParameter("document", Definitions.write(standing))
                .executeUpdate();
    }

    /** Forgets courses that do not come to the tenant any more. */
    public int remove(TenantId tenant, Collection<String> courses) {
        return courses.isEmpty()
                ? 0
                : change(tenant, "delete from StandingRow e where e.tenant = :tenant and e.course in (:courses)")
                        .setParameter("courses", courses)
                        .executeUpdate();
    }
}
