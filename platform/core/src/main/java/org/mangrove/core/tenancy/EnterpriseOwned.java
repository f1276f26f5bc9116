package org.mangrove.core.tenancy;

import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.mangrove.core.database.Shape;
import org.mangrove.core.database.StoredIn;

/** A row of the global core that belongs to an enterprise. */
@MappedSuperclass
@StoredIn(Shape.CORE)
public abstract class EnterpriseOwned extends EnterpriseRow {

    /** For Jakarta Persistence. */
    protected EnterpriseOwned() {}

    protected EnterpriseOwned(EnterpriseId enterprise, UUID id) {
        super(enterprise, id);
    }
}
