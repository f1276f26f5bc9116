package org.mangrove.core.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.core.threads.BackgroundThreads;

/**
 * Publishes what the operator's file says of each enterprise's policies, in the core, until a governor publishes a version. Nothing
 * but the rows say what is there: so a node may end at any time, and two may look at once.
 */
@ApplicationScoped
public class DeclaredPolicies {

    private static final Logger LOG = System.getLogger(DeclaredPolicies.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Inject
    Policies policies;

    @Inject
    PolicyBook book;

    @Inject
    TenantRegister register;

    @Inject
    Configuration configuration;

    @Inject
    BackgroundThreads threads;

    /** What was followed already, so that a quiet node asks the database once each time. */
    private final Map<EnterpriseId, Enterprise> followed = new ConcurrentHashMap<>();

    public void start() {
        if (configuration.servesCore()) {
            threads.repeat("mangrove-policies", PAUSE, this::follow);
        }
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
    }

    private void follow() {
        try {
            register.enterprises().stream()
                    .filter(enterprise -> !enterprise.equals(followed.get(enterprise.id())))
                    .forEach(this::follow);
        } catch (RuntimeException failed) {
            if (!threads.areStopped()) {
                LOG.log(Level.WARNING, "What files say of policies could not be published; tried again", failed);
            }
        }
    }

    private void follow(Enterprise enterprise) {
        for (PolicyDefinition definition : book.all()) {
            if (policies.follow(enterprise, definition)) {
                LOG.log(
                        Level.INFO,
                        "Enterprise {0} has the policy {1} that its file declares",
                        enterprise.slug(),
                        definition.slug());
            }
        }
        followed.put(enterprise.id(), enterprise);
    }
}
