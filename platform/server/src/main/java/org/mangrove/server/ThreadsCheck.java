package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.mangrove.core.adaptation.AdaptationLoop;
import org.mangrove.core.audit.AuditLoop;
import org.mangrove.core.components.ComponentsLoop;
import org.mangrove.core.content.FollowLoop;
import org.mangrove.core.events.RelayLoop;
import org.mangrove.core.expertise.ExpertsLoop;
import org.mangrove.core.forwarding.ForwardingLoop;
import org.mangrove.core.learning.UseLoop;
import org.mangrove.core.mail.MailLoop;
import org.mangrove.core.mail.PeopleMailLoop;
import org.mangrove.core.policy.DeclaredPolicies;
import org.mangrove.core.publication.SubscriptionLoop;
import org.mangrove.core.records.NodeLoop;
import org.mangrove.core.regulation.LawLoop;

/** Whether only a new start would help: threads that wait for each other for ever, or loops that have ended. */
@Liveness
@ApplicationScoped
public class ThreadsCheck implements HealthCheck {

    @Inject
    Deadlocks deadlocks;

    @Inject
    RelayLoop relay;

    @Inject
    NodeLoop nodes;

    @Inject
    ForwardingLoop forwarding;

    @Inject
    SubscriptionLoop subscription;

    @Inject
    AdaptationLoop adaptation;

    @Inject
    DeclaredPolicies policies;

    @Inject
    MailLoop mail;

    @Inject
    PeopleMailLoop peopleMail;

    @Inject
    ExpertsLoop experts;

    @Inject
    ComponentsLoop components;

    @Inject
    UseLoop uses;

    @Inject
    AuditLoop audit;

    @Inject
    LawLoop lawChanges;

    @Inject
    FollowLoop reused;

    @Override
    public HealthCheckResponse call() {
        int deadlocked = deadlocks.count();
        boolean relays = relay.goesOn();
        boolean tells = nodes.goesOn();
        boolean forwards = forwarding.goesOn();
        boolean subscribes = subscription.goesOn();
        boolean adapts = adaptation.goesOn();
        boolean declares = policies.goesOn();
        boolean mails = mail.goesOn() && peopleMail.goesOn();
        boolean reminds = experts.goesOn();
        boolean registers = components.goesOn();
        boolean counts = uses.goesOn();
        boolean audits = audit.goesOn();
        boolean follows = lawChanges.goesOn();
        boolean reuses = reused.goesOn();
        boolean all = relays
                && tells
                && forwards
                && subscribes
                && adapts
                && declares
                && mails
                && reminds
                && registers
                && counts
                && audits
                && follows
                && reuses;
        return HealthCheckResponse.named("threads")
                .status(deadlocked == 0 && all)
                .withData("deadlocked", deadlocked)
                .withData("relay", relays ? "goes on" : "has ended")
                .withData("nodes", tells ? "goes on" : "has ended")
                .withData("forwarding", forwards ? "goes on" : "has ended")
                .withData("feed", subscribes ? "goes on" : "has ended")
                .withData("adaptation", adapts ? "goes on" : "has ended")
                .withData("policies", declares ? "goes on" : "has ended")
                .withData("mail", mails ? "goes on" : "has ended")
                .withData("experts", reminds ? "goes on" : "has ended")
                .withData("components", registers ? "goes on" : "has ended")
                .withData("use", counts ? "goes on" : "has ended")
                .withData("audit", audits ? "goes on" : "has ended")
                .withData("law-changes", follows ? "goes on" : "has ended")
                .withData("reuse", reuses ? "goes on" : "has ended")
                .build();
    }
}
