package org.mangrove.server;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mangrove.core.adaptation.AdaptationLoop;
import org.mangrove.core.audit.AuditLoop;
import org.mangrove.core.components.ComponentsLoop;
import org.mangrove.core.content.FollowLoop;
import org.mangrove.core.content.PluginCourses;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.database.Migrations;
import org.mangrove.core.database.Sessions;
import org.mangrove.core.events.RelayLoop;
import org.mangrove.core.expertise.ExpertsLoop;
import org.mangrove.core.forwarding.ForwardingLoop;
import org.mangrove.core.learning.UseLoop;
import org.mangrove.core.mail.MailLoop;
import org.mangrove.core.mail.PeopleMailLoop;
import org.mangrove.core.policy.DeclaredPolicies;
import org.mangrove.core.privacy.PrivacyLoop;
import org.mangrove.core.publication.SubscriptionLoop;
import org.mangrove.core.records.NodeLoop;
import org.mangrove.core.regulation.LawLoop;
import org.mangrove.core.tenancy.NodeStart;
import org.mangrove.core.tenancy.TenantDirectory;

/** Brings a node up, beside the container's own start so that its health can be asked meanwhile. */
@ApplicationScoped
public class Boot implements NodeStart {

    private static final Logger LOG = System.getLogger(Boot.class.getName());
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(2);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

    /** The exit code: as sysexits.h has it, a failure of the moment. */
    private static final int START_ANEW = 75;

    @Inject
    Configuration configuration;

    @Inject
    Migrations migrations;

    @Inject
    Sessions sessions;

    @Inject
    TenantDirectory directory;

    @Inject
    NodeLoop nodes;

    @Inject
    RelayLoop relay;

    @Inject
    SubscriptionLoop subscription;

    @Inject
    ForwardingLoop forwarding;

    @Inject
    PluginCourses pluginCourses;

    @Inject
    PrivacyLoop privacy;

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

    @Resource
    ManagedThreadFactory threads;

    private final CountDownLatch up = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Optional<String> waitingFor = Optional.of("start");
    private String toldAt = "";

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        threads.newThread(this::bringUp).start();
    }

    @Override
    public Optional<String> waitingFor() {
        return waitingFor;
    }

    /** @return whether the node came up in that time */
    public boolean awaitUp(Duration patience) throws InterruptedException {
        return up.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void bringUp() {
        try {
            while (!isUp()) {
                if (stopped.await(BEFORE_TRYING_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins anew what has failed: a node may be started before its database. */
    private boolean isUp() {
        try {
            if (configuration.onOneMachine()) {
                step("migrations", migrations::migrate);
            }
            step("sessions", sessions::prepare);
            step("directory", this::loadDirectory);
            step("feed", subscription::recall);
            step("nodes", nodes::start);
            step("mail", mail::check);
        } catch (LinkageError broken) {
            end(broken);
            return false;
        } catch (RuntimeException | OutOfMemoryError failed) {
            tell(failed);
            return false;
        }
        step("loops", () -> {
            relay.start();
            forwarding.start();
            subscription.start();
            pluginCourses.start();
            privacy.start();
            adaptation.start();
            policies.start();
            mail.start();
            peopleMail.start();
            experts.start();
            components.start();
            uses.start();
            audit.start();
            lawChanges.start();
            reused.start();
        });
        waitingFor = Optional.empty();
        up.countDown();
        LOG.log(Level.INFO, "This node serves {0}, cells {1}", configuration.part(), configuration.cells());
        return true;
    }

    /**
     * A class that failed while it was made ready stays broken for as long as this process lives. It happens that the container
     * closes the files of our libraries, at the end of its own start, while a class of theirs is being read (Payara's issue 693).
     */
    private void end(LinkageError broken) {
        LOG.log(
                Level.ERROR,
                "This node stands at: " + waitingFor.orElse("")
                        + ", and cannot go on in this process; it ends, to be started anew",
                broken);
        threads.newThread(() -> System.exit(START_ANEW)).start();
        try {
            stopped.await(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(START_ANEW);
    }

    private void tell(Throwable failed) {
        String where = waitingFor.orElse("");
        String what = "This node could not be brought up; it stands at: " + where + ", and tries again";
        if (toldAt.equals(where)) {
            LOG.log(Level.WARNING, what);
        } else {
            LOG.log(Level.ERROR, what, failed);
        }
        toldAt = where;
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void step(String name, Runnable work) {
        waitingFor = Optional.of(name);
        work.run();
    }

    private void loadDirectory() {
        if (configuration.servesCore()) {
            directory.loadCore();
        }
        configuration.cells().forEach(directory::loadCell);
    }
}
