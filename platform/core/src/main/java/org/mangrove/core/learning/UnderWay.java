package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.mangrove.core.content.InTheMiddle;
import org.mangrove.core.learning.store.EnrolmentStore;
import org.mangrove.core.tenancy.TenantProfile;

/** How many people of a tenant are in the middle of a course. */
@ApplicationScoped
public class UnderWay implements InTheMiddle {

    @Inject
    EnrolmentStore enrolments;

    @Override
    @Transactional
    public long count(TenantProfile tenant, String course) {
        return enrolments.countUnderWay(tenant.tenant().id(), course);
    }
}
