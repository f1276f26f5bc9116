package org.mangrove.core.learning.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.learning.Duty;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** What the rules last said that a person has to take. */
@Entity
@Table(name = "learning_duty_sheet")
public class DutySheetRow extends TenantOwned {

    @Column(name = "asked_on", nullable = false)
    private LocalDate askedOn;

    @Column(name = "duties", nullable = false)
    private String duties;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected DutySheetRow() {}

    public DutySheetRow(TenantId tenant, UUID person, LocalDate askedOn, List<Duty> duties) {
        super(tenant, person);
        this.askedOn = askedOn;
        this.duties = Definitions.write(duties);
    }

    public void replace(LocalDate day, List<Duty> others) {
        askedOn = day;
        duties = Definitions.write(others);
    }

    public LocalDate askedOn() {
        return askedOn;
    }

    public List<Duty> duties() {
        return Definitions.read(duties, new TypeReference<>() {});
    }
}
