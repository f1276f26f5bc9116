package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** Lets no version be published of what is given up. Until its day it can still be mended. */
@ApplicationScoped
public class RetiredGate implements PublishingGate {

    @Inject
    Retirements retirements;

    @Override
    public List<Refusal.Detail> judge(EnterpriseId enterprise, Mandate mandate, Candidate candidate) {
        return retirements
                .find(enterprise, candidate.version().key())
                .filter(retirement -> retirement.holdsOn(retirements.today()))
                .map(retirement -> new Refusal.Detail(
                        "",
                        Message.of("content.retirement.gate").with("day", retirement.since()),
                        Message.of("content.retirement.gate-remedy")))
                .stream()
                .toList();
    }
}
