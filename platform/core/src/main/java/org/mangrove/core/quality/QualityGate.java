package org.mangrove.core.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mangrove.core.content.Candidate;
import org.mangrove.core.content.Mandate;
import org.mangrove.core.content.PublishingGate;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;

/** Lets no version be published that falls short of what the rubric insists on, unless that is waived. */
@ApplicationScoped
public class QualityGate implements PublishingGate {

    @Inject
    Reports reports;

    @Inject
    Waivers waivers;

    @Override
    public List<Refusal.Detail> judge(EnterpriseId enterprise, Mandate by, Candidate candidate) {
        Report report = reports.judge(enterprise, candidate);
        List<Finding> blocking =
                report.blocking(waivers.holding(enterprise, candidate.version().key()));
        if (blocking.isEmpty()) {
            reports.keepPublished(enterprise, by.actor(), candidate.version(), report);
        } else {
            reports.keepRefused(enterprise, by.actor(), candidate.version(), report);
        }
        return blocking.stream()
                .map(finding -> new Refusal.Detail(finding.place().words(), finding.said(), finding.remedy()))
                .toList();
    }
}
