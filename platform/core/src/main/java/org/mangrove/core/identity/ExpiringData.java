package org.mangrove.core.identity;

import java.time.LocalDate;
import java.util.Collection;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * What one slice holds for the purposes of a tenant's register, each for its time. Whoever holds such things has a bean of this
 * type: all of them are asked when the time is over.
 */
public interface ExpiringData {

    /** As {@link PersonalData#holder()} of the same slice. */
    String holder();

    /**
     * How many things of a purpose are from before a day and are nobody's of these. Called in a transaction that is under way.
     *
     * @param purpose the key of one in the tenant's register
     */
    long countBefore(TenantProfile tenant, String purpose, LocalDate day, Collection<DataSubject> held);

    /**
     * Removes some of them, in a transaction that is under way. Called again, each time in another transaction, until there are
     * none.
     *
     * @return how many it has removed
     */
    long removeBefore(TenantProfile tenant, String purpose, LocalDate day, Collection<DataSubject> held, int most);
}
