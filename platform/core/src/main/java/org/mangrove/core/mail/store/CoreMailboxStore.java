package org.mangrove.core.mail.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Where members of cores may be written to. */
@ApplicationScoped
public class CoreMailboxStore extends EnterpriseStore<CoreMailboxRow> {

    public CoreMailboxStore() {
        super(CoreMailboxRow.class);
    }

    /** @return how many there were */
    public int removeOf(EnterpriseId enterprise, UUID actor) {
        return change(enterprise, "delete from CoreMailboxRow e where e.enterprise = :enterprise and e.id = :actor")
                .setParameter("actor", actor)
                .executeUpdate();
    }
}
