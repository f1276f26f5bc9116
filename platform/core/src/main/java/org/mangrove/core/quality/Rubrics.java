package org.mangrove.core.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.mangrove.core.policy.DeadlinesPolicy;
import org.mangrove.core.policy.MarketPolicies;
import org.mangrove.core.policy.Policies;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;

/** By what courses are judged: the platform's rubric, with the figures of the policies that hold there. */
@ApplicationScoped
public class Rubrics {

    @Inject
    Policies policies;

    @Inject
    MarketPolicies markets;

    /** For masters. */
    public Rubric of(EnterpriseId enterprise) {
        return with(
                policies.figures(enterprise, QualityPolicy.SLUG), policies.figures(enterprise, DeadlinesPolicy.SLUG));
    }

    /** For what a market says itself. */
    public Rubric of(TenantProfile tenant) {
        return with(
                markets.inForce(tenant, QualityPolicy.SLUG).figures(),
                markets.inForce(tenant, DeadlinesPolicy.SLUG).figures());
    }

    private static Rubric with(Map<String, String> quality, Map<String, String> deadlines) {
        var values = new TreeMap<String, String>();
        quality.forEach((subject, value) -> values.put(subject.replace('/', '.'), value));
        deadlines.forEach((subject, value) -> values.put(subject.replace("review/", "escalation."), value));
        return RubricFile.PLATFORM.with(values);
    }
}
