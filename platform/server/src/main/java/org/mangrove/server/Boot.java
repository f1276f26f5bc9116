package org.mangrove.server;

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
import org.mangrove.core.content.PluginCourses;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.database.Migrations;
import org.mangrove.core.database.Sessions;
import org.mangrove.core.events.RelayLoop;
import org.mangrove.core.publication.SubscriptionLoop;
import org.mangrove.core.tenancy.TenantDirectory;

/** Brings a node up, beside the container's own start so that its health can be asked meanwhile. */
@ApplicationScoped
public class Boot {

    private static final Logger LOG = System.getLogger(Boot.class.getName());

    @Inject
    Configuration configuration;

    @Inject
    Migrations migrations;

    @Inject
    Sessions sessions;

    @Inject
    TenantDirectory directory;

    @Inject
    RelayLoop relay;

    @Inject
    SubscriptionLoop subscription;

    @Inject
    PluginCourses pluginCourses;

    @Resource
    ManagedThreadFactory threads;

    private final CountDownLatch up = new CountDownLatch(1);
    private volatile Optional<String> waitingFor = Optional.of("start");

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        threads.newThread(this::bringUp).start();
    }

    /** What this node is still busy with, or stuck at. */
    public Optional<String> waitingFor() {
        return waitingFor;
    }

    /** @return whether the node came up in that time */
    public boolean awaitUp(Duration patience) throws InterruptedException {
        return up.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void bringUp() {
        try {
            if (configuration.onOneMachine()) {
                step("migrations", migrations::migrate);
            }
            step("sessions", sessions::prepare);
            step("directory", this::loadDirectory);
            step("loops", () -> {
                relay.start();
                subscription.start();
                pluginCourses.start();
            });
            waitingFor = Optional.empty();
            up.countDown();
            LOG.log(Level.INFO, "This node serves {0}, cells {1}", configuration.part(), configuration.cells());
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "This node could not be brought up; it stands at: " + waitingFor.orElse(""), failed);
        }
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
