package org.mangrove.core.privacy.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What retention has removed, run by run, and what trials have counted. */
@ApplicationScoped
public class RetentionStore extends TenantStore<RetentionRow> {

    public RetentionStore() {
        super(RetentionRow.class);
    }

    /** What all runs together have removed of one holder for a purpose. */
    public record Removed(String purpose, String holder, long things) {}

    public List<RetentionRow> of(TenantId tenant, UUID run) {
        return where(tenant, "e.run = :run").setParameter("run", run).getResultList();
    }

    public Optional<RetentionRow> find(TenantId tenant, UUID run, String purpose, String holder) {
        return where(tenant, "e.run = :run and e.purpose = :purpose and e.holder = :holder")
                .setParameter("run", run)
                .setParameter("purpose", purpose)
                .setParameter("holder", holder)
                .uniqueResultOptional();
    }

    /** Of whatever anything was removed. */
    public List<Removed> removed(TenantId tenant) {
        return query(
                        tenant,
                        "select e.purpose, e.holder, sum(e.things) from RetentionRow e"
                                + " where e.tenant = :tenant and e.dry = false group by e.purpose, e.holder",
                        Object[].class)
                .getResultStream()
                .map(sum -> new Removed((String) sum[0], (String) sum[1], ((Number) sum[2]).longValue()))
                .toList();
    }
}
