package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.core.threads.BackgroundThreads;

/**
 * Has courses follow what they show, off anybody's request. What is left to do stands in the tables: a node that ends in the middle leaves
 * the rest to the next, and what was not done is done again.
 */
@ApplicationScoped
public class FollowLoop {

    private static final Logger LOG = System.getLogger(FollowLoop.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    Following following;

    @Inject
    TenantRegister register;

    @Inject
    Configuration configuration;

    @Inject
    BackgroundThreads threads;

    public void start() {
        if (configuration.servesCore()) {
            threads.repeat("mangrove-reuse", PAUSE, this::goOn);
        }
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
    }

    private void goOn() {
        try {
            for (Enterprise enterprise : register.enterprises()) {
                for (String course : following.due(enterprise.id())) {
                    follow(enterprise, course);
                }
            }
        } catch (RuntimeException failed) {
            if (!threads.areStopped()) {
                LOG.log(
                        Level.WARNING,
                        "It could not be seen which courses follow others; they are looked at again",
                        failed);
            }
        }
    }

    private void follow(Enterprise enterprise, String course) {
        Map<String, Integer> seen = following.newest(enterprise.id(), course);
        try {
            if (following.follow(enterprise.id(), course)) {
                LOG.log(Level.INFO, "Course {0} of enterprise {1} follows what it shows", course, enterprise.slug());
            }
        } catch (Refusal refused) {
            LOG.log(
                    Level.INFO,
                    "Course {0} of enterprise {1} cannot follow what it shows and waits for somebody",
                    course,
                    enterprise.slug());
            following.hold(enterprise.id(), course, seen);
        } catch (RuntimeException failed) {
            if (!threads.areStopped()) {
                LOG.log(
                        Level.WARNING,
                        "Course " + course + " of enterprise " + enterprise.slug()
                                + " could not follow what it shows; it is tried again",
                        failed);
            }
        }
    }
}
