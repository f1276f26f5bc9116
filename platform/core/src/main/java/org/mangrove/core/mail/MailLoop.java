package org.mangrove.core.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.threads.BackgroundThreads;

/** Sends what waits in the outboxes of the cores that this node serves, off anybody's request. */
@ApplicationScoped
public class MailLoop {

    private static final Logger LOG = System.getLogger(MailLoop.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private static final Duration TIDIES_EVERY = Duration.ofHours(1);

    @Inject
    Configuration configuration;

    @Inject
    Tenants tenants;

    @Inject
    MailTurns turns;

    @Inject
    BackgroundThreads threads;

    @Inject
    Clock clock;

    /** @throws IllegalStateException if mail was set up wrongly: the node is to say so before it serves anybody */
    public void check() {
        Optional<MailSettings> settings = MailSettings.find(configuration);
        LOG.log(Level.INFO, settings.isPresent() ? "Mail is sent" : "Mail is not set up; none is written");
    }

    public void start() {
        if (!configuration.servesCore()) {
            return;
        }
        MailSettings.find(configuration)
                .map(Smtp::new)
                .ifPresent(smtp -> threads.repeat("mangrove-mail", PAUSE, () -> goOn(smtp)));
        threads.repeat("mangrove-mail-tidying", TIDIES_EVERY, this::tidy);
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
    }

    private void goOn(Smtp smtp) {
        for (Enterprise enterprise : tenants.allEnterprises()) {
            try {
                Instant until = clock.instant().plus(MailTurns.WITHIN);
                for (MailTurns.Taken taken : turns.take(enterprise.id())) {
                    if (clock.instant().isAfter(until)) {
                        break;
                    }
                    send(smtp, enterprise, taken);
                }
            } catch (RuntimeException failed) {
                warn("Mail of " + enterprise.slug() + " waits; tried again", failed);
            }
        }
    }

    private void tidy() {
        for (Enterprise enterprise : tenants.allEnterprises()) {
            try {
                turns.tidy(enterprise.id());
            } catch (RuntimeException failed) {
                warn("Old mail of " + enterprise.slug() + " was not tidied away; tried again", failed);
            }
        }
    }

    private void warn(String what, RuntimeException failed) {
        if (!threads.areStopped()) {
            LOG.log(Level.WARNING, what, failed);
        }
    }

    private void send(Smtp smtp, Enterprise enterprise, MailTurns.Taken taken) {
        Delivery delivery = smtp.send(taken.id(), taken.letter(), clock.instant());
        if (turns.ended(taken, delivery)) {
            LOG.log(Level.WARNING, "Letter {0} of {1} was given up: {2}", taken.id(), enterprise.slug(), delivery);
        }
    }
}
