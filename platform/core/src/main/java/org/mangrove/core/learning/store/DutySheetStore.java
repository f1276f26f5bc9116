package org.mangrove.core.learning.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.learning.Duty;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What people have to take, as the rules last said. */
@ApplicationScoped
public class DutySheetStore extends TenantStore<DutySheetRow> {

    public DutySheetStore() {
        super(DutySheetRow.class);
    }

    /** Keeps what the rules say now. Somebody who opens two pages at once is asked about twice, and either answer will do. */
    public void put(TenantId tenant, UUID person, LocalDate askedOn, List<Duty> duties) {
        session(tenant)
                .createNativeMutationQuery("""
                        insert into learning_duty_sheet (tenant_id, id, asked_on, duties)
                        values (:tenant, :person, :day, :duties)
                        on duplicate key update asked_on = values(asked_on), duties = values(duties)
                        """)
                .setParameter("tenant", tenant.number())
                .setParameter("person", person)
                .setParameter("day", askedOn)
                .setParameter("duties", Definitions.write(duties))
                .executeUpdate();
    }

    /** @return how many there were: one or none */
    public int remove(TenantId tenant, UUID person) {
        return change(tenant, "delete from DutySheetRow e where e.tenant = :tenant and e.id = :person")
                .setParameter("person", person)
                .executeUpdate();
    }
}
