package org.mangrove.core.privacy.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.TenantOwned;

/** What the time that a purpose allows has removed, or would remove, of one holder in one run: something. */
@Entity
@Table(name = "privacy_retention")
public class RetentionRow extends TenantOwned {

    @Column(name = "run_id", nullable = false, updatable = false)
    private UUID run;

    @Column(name = "purpose", nullable = false, updatable = false)
    private String purpose;

    @Column(name = "holder", nullable = false, updatable = false)
    private String holder;

    @Column(name = "ran_on", nullable = false, updatable = false)
    private LocalDate ranOn;

    @Column(name = "kept_from", nullable = false, updatable = false)
    private LocalDate keptFrom;

    @Column(name = "dry", nullable = false, updatable = false)
    private boolean dry;

    @Column(name = "things", nullable = false)
    private long things;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected RetentionRow() {}

    public RetentionRow(RetentionRunRow run, String purpose, String holder, LocalDate keptFrom) {
        super(run.tenant(), Uuids.next());
        this.run = run.id();
        this.purpose = purpose;
        this.holder = holder;
        this.ranOn = run.ranOn();
        this.keptFrom = keptFrom;
        this.dry = run.isDry();
    }

    public void add(long more) {
        things += more;
    }

    public String purpose() {
        return purpose;
    }

    public String holder() {
        return holder;
    }

    public long things() {
        return things;
    }
}
