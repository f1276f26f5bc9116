package org.mangrove.core.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.events.store.DeadLetterRows;
import org.mangrove.sdk.TenantId;

/** What readers could not take: shown to those who look after a tenant, sent again, or set aside for good. */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = System.getLogger(DeadLetters.class.getName());

    @Inject
    DeadLetterRows letters;

    @Inject
    SecondDelivery delivery;

    @Inject
    @Any
    Instance<EventReader> readers;

    @Inject
    Clock clock;

    /** How a second delivery of one ended. */
    public enum Outcome {
        TAKEN,
        FAILED_AGAIN,
        /** It is not there, or not any more. */
        GONE
    }

    /** Those that wait for somebody's decision, the latest first. */
    @Transactional
    public List<DeadLetter> open(TenantId tenant, int most) {
        return letters.open(tenant, most);
    }

    @Transactional
    public long count(TenantId tenant) {
        return letters.count(tenant);
    }

    /** Delivers one once more. It is gone if the reader takes it now. */
    public Outcome sendAgain(TenantId tenant, String reader, UUID event) {
        for (EventReader each : readers) {
            if (each.name().equals(reader)) {
                return sendAgain(tenant, each, event);
            }
        }
        return Outcome.GONE;
    }

    private Outcome sendAgain(TenantId tenant, EventReader reader, UUID event) {
        try {
            return delivery.deliver(tenant, reader, event) ? Outcome.TAKEN : Outcome.GONE;
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "Reader " + reader.name() + " failed again in tenant " + tenant.number(), failed);
            delivery.failedAgain(tenant, reader, event, failed, clock.instant());
            return Outcome.FAILED_AGAIN;
        }
    }

    /** It is not shown any more, and not sent again. */
    @Transactional
    public boolean drop(TenantId tenant, String reader, UUID event) {
        return letters.drop(tenant, reader, event, clock.instant());
    }
}
