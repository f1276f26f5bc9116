package org.mangrove.core.tenancy;

import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.mangrove.core.database.Shape;
import org.mangrove.core.database.StoredIn;

/** A row in a cell that repeats what the core of an enterprise has published. Only the feed writes it. */
@MappedSuperclass
@StoredIn(Shape.CELL)
public abstract class EnterpriseCopy extends EnterpriseRow {

    /** For Jakarta Persistence. */
    protected EnterpriseCopy() {}

    protected EnterpriseCopy(EnterpriseId enterprise, UUID id) {
        super(enterprise, id);
    }
}
