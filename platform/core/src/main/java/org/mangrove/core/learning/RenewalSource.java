package org.mangrove.core.learning;

import java.util.List;
import org.mangrove.core.tenancy.TenantProfile;

/** Says what has to be learned again in a market. A slice above that knows why has a bean of this type. */
public interface RenewalSource {

    /** Those that are in effect now. */
    List<Renewal> of(TenantProfile tenant);
}
