package org.mangrove.core.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Candidate;
import org.mangrove.core.content.Mandate;
import org.mangrove.core.content.PublishingGate;
import org.mangrove.core.governance.Act;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.Demand;
import org.mangrove.core.governance.RightsBook;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** Lets nothing be published by whoever may not, nor without those who have to agree; whichever way it comes. */
@ApplicationScoped
public class ApprovalGate implements PublishingGate {

    @Inject
    RightsBook rights;

    @Inject
    CoreMemberships members;

    @Inject
    Submissions submissions;

    @Override
    public List<Refusal.Detail> judge(EnterpriseId enterprise, Mandate by, Candidate candidate) {
        AssetVersion version = candidate.version();
        DecisionRights there = rights.of(enterprise);
        by.approval().ifPresent(id -> mustBeApproved(submissions.find(enterprise, id), version));
        return judge(
                enterprise,
                by,
                there,
                DecisionRights.GLOBAL,
                by.isMending() ? Act.MEND : Act.publishing(version.change().name()),
                there.demand(
                        DecisionRights.GLOBAL,
                        AssetVersion.TYPE,
                        version.key(),
                        Optional.of(version.change().name())));
    }

    @Override
    public List<Refusal.Detail> judgeOverlay(EnterpriseId enterprise, Mandate by, String course, String space) {
        DecisionRights there = rights.of(enterprise);
        by.approval()
                .filter(id -> submissions
                        .find(enterprise, id)
                        .filter(found -> found.state() == State.APPROVED
                                && found.course().equals(course))
                        .isEmpty())
                .ifPresent(other -> {
                    throw Submissions.overtaken();
                });
        return judge(
                enterprise,
                by,
                there,
                space,
                Act.ADAPT,
                there.demand(space, AssetVersion.TYPE, course, Optional.empty()));
    }

    private List<Refusal.Detail> judge(
            EnterpriseId enterprise, Mandate by, DecisionRights there, String space, Act act, Demand demand) {
        var objections = new ArrayList<Refusal.Detail>();
        boolean may = by.actor().equals(Mandate.OPERATOR)
                ? there.operatorMay(space, act)
                : there.may(space, act, members.roles(enterprise, by.actor()));
        if (!may) {
            objections.add(new Refusal.Detail(
                    space,
                    Message.of("approval.gate.may-not").with("act", act.name()),
                    Message.of("approval.gate.who-may").with("who", String.join(", ", there.who(space, act)))));
        }
        if (by.approval().isEmpty()) {
            demand.lanes()
                    .keySet()
                    .forEach(lane -> objections.add(new Refusal.Detail(
                            space,
                            Message.of("approval.gate.lane").with("lane", lane.name()),
                            Message.of("approval.gate.put-forward"))));
            if (demand.fourEyes()) {
                objections.add(new Refusal.Detail(
                        space, Message.of("approval.gate.four-eyes"), Message.of("approval.gate.put-forward")));
            }
        }
        return objections;
    }

    /** What was approved is one version after one other, as one class of change. */
    private static void mustBeApproved(Optional<Submission> submission, AssetVersion version) {
        boolean isIt = submission
                .filter(there ->
                        there.state() == State.APPROVED && there.course().equals(version.key()))
                .map(Submission::current)
                .filter(revision -> revision.version().equals(version.digest().hex())
                        && revision.change().equals(version.change().name())
                        && revision.base() + 1 == version.no())
                .isPresent();
        if (!isIt) {
            throw Submissions.overtaken();
        }
    }
}
