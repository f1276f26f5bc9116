package org.mangrove.core.regulation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.regulation.Progress;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** How far the people of a market are, in figures. */
@Entity
@Table(name = "regulation_progress")
public class LawProgressRow extends EnterpriseOwned {

    @Column(name = "change_id", nullable = false, updatable = false)
    private UUID change;

    @Column(name = "tenant_slug", nullable = false, updatable = false)
    private String tenant;

    @Column(name = "assigned", nullable = false)
    private int assigned;

    @Column(name = "learned", nullable = false)
    private int learned;

    @Column(name = "erased", nullable = false)
    private int erased;

    @Column(name = "heard_at", nullable = false)
    private Instant heardAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected LawProgressRow() {}

    public LawProgressRow(EnterpriseId enterprise, UUID change, String tenant) {
        super(enterprise, Uuids.next());
        this.change = change;
        this.tenant = tenant;
    }

    public void hear(Progress.OfChange told, Instant now) {
        assigned = told.assigned();
        learned = told.learned();
        erased = told.erased();
        heardAt = now;
    }

    public String tenant() {
        return tenant;
    }

    public Instant heardAt() {
        return heardAt;
    }

    public Progress.OfChange progress() {
        return new Progress.OfChange(change, assigned, learned, erased);
    }
}
