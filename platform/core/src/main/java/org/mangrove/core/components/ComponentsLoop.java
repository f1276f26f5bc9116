package org.mangrove.core.components;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.core.threads.BackgroundThreads;

/** Opens registers, enters what configuration declares, and reminds. What a day switches off needs nobody: the clock does it. */
@ApplicationScoped
public class ComponentsLoop {

    private static final Logger LOG = System.getLogger(ComponentsLoop.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Inject
    Configuration configuration;

    @Inject
    TenantRegister register;

    @Inject
    Components components;

    @Inject
    Reminders reminders;

    @Inject
    BackgroundThreads threads;

    public void start() {
        if (configuration.servesCore()) {
            threads.repeat("mangrove-components", PAUSE, this::goOn);
        }
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
    }

    private void goOn() {
        for (Enterprise enterprise : register.enterprises()) {
            try {
                components.bring(enterprise);
                reminders.send(enterprise);
            } catch (RuntimeException failed) {
                if (!threads.areStopped()) {
                    LOG.log(
                            Level.WARNING,
                            "The register of components of " + enterprise.slug() + " was not looked after; tried again",
                            failed);
                }
            }
        }
    }
}
