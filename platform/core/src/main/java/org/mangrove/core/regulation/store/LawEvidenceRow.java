package org.mangrove.core.regulation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** An entry of the log of decisions about a change, as it was hashed. */
@Entity
@Table(name = "regulation_evidence")
public class LawEvidenceRow extends EnterpriseOwned {

    @Column(name = "change_id", nullable = false, updatable = false)
    private UUID change;

    @Column(name = "number", nullable = false, updatable = false)
    private long number;

    @Column(name = "line", nullable = false, updatable = false)
    private String line;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected LawEvidenceRow() {}

    public LawEvidenceRow(EnterpriseId enterprise, UUID change, long number, String line) {
        super(enterprise, Uuids.next());
        this.change = change;
        this.number = number;
        this.line = line;
    }

    public UUID change() {
        return change;
    }

    public long number() {
        return number;
    }

    public String line() {
        return line;
    }
}
