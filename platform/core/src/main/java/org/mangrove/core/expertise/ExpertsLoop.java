package org.mangrove.core.expertise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.threads.BackgroundThreads;

/** Tells authors, off anybody's request, of what was not answered in time. Pages show it at once, by the clock alone. */
@ApplicationScoped
public class ExpertsLoop {

    private static final Logger LOG = System.getLogger(ExpertsLoop.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(20);

    @Inject
    Configuration configuration;

    @Inject
    Tenants tenants;

    @Inject
    Asks asks;

    @Inject
    BackgroundThreads threads;

    public void start() {
        if (configuration.servesCore()) {
            threads.repeat("mangrove-experts", PAUSE, this::goOn);
        }
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
    }

    private void goOn() {
        for (Enterprise enterprise : tenants.allEnterprises()) {
            try {
                asks.escalate(enterprise);
            } catch (RuntimeException failed) {
                if (!threads.areStopped()) {
                    LOG.log(
                            Level.WARNING,
                            "What is late in " + enterprise.slug() + " was not told; tried again",
                            failed);
                }
            }
        }
    }
}
