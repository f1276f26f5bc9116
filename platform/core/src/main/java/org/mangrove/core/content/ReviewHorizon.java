package org.mangrove.core.content;

import org.mangrove.core.tenancy.EnterpriseId;

/** From when on a review that is ahead is shown as one. Told by a slice above, and found by CDI. */
public interface ReviewHorizon {

    /** How many days before. */
    int daysAhead(EnterpriseId enterprise);
}
