package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Collectors;
import org.mangrove.core.content.CourseVector;
import org.mangrove.core.content.Courses;
import org.mangrove.core.learning.store.EnrolmentStore;
import org.mangrove.core.tenancy.TenantProfile;

/** Counts how much the courses of a market are used. */
@ApplicationScoped
public class Uses {

    private static final int MOST = 20_000;

    @Inject
    Courses courses;

    @Inject
    EnrolmentStore enrolments;

    /** Of what comes from above only: what else a market has to learn is its own. */
    @Transactional
    public UseTold of(TenantProfile tenant) {
        Set<String> fromAbove =
                courses.vectors(tenant).stream().map(CourseVector::course).collect(Collectors.toSet());
        return new UseTold(enrolments.uses(tenant.tenant().id(), MOST).stream()
                .filter(use -> fromAbove.contains(use.course()))
                .map(use -> new CourseUse(
                        use.course(),
                        use.people(),
                        use.underWay(),
                        YearMonth.from(use.last().atZone(tenant.tenant().timeZone()))))
                .toList());
    }
}
