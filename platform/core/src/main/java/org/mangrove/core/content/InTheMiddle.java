package org.mangrove.core.content;

import org.mangrove.core.tenancy.TenantProfile;

/** Knows how many have begun a course and not finished it. A bean of a slice above, so that whoever gives it up can be told. */
public interface InTheMiddle {

    /** In the transaction that is under way. */
    long count(TenantProfile tenant, String course);
}
