package org.mangrove.core.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.threads.BackgroundThreads;
import org.mangrove.sdk.TenantId;

/**
 * Writes to the people of the tenants whose cells this node serves, off anybody's request and in the hours of each tenant: a node of
 * the zone itself hands each letter to the mail server.
 */
@ApplicationScoped
public class PeopleMailLoop {

    private static final Logger LOG = System.getLogger(PeopleMailLoop.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration TIDIES_EVERY = Duration.ofHours(1);

    /** Whether a tenant's mail is on, and its hours, are looked up again after this time. */
    private static final Duration SETTING_HOLDS = Duration.ofSeconds(20);

    @Inject
    Configuration configuration;

    @Inject
    Tenants tenants;

    @Inject
    Cells cells;

    @Inject
    PeopleMail mail;

    @Inject
    MailRounds rounds;

    @Inject
    Telling telling;

    @Inject
    PeopleTurns turns;

    @Inject
    BackgroundThreads threads;

    @Inject
    Clock clock;

    private final ConcurrentHashMap<TenantId, Known> settings = new ConcurrentHashMap<>();

    private record Known(TenantMail setting, Instant until) {}

    /** A cell whose mail server is slow, or which has many people, keeps no other waiting. */
    public void start() {
        Optional<MailSettings> server = MailSettings.find(configuration);
        for (String cell : cells.all()) {
            server.map(Smtp::new).ifPresent(smtp -> {
                threads.repeat("mangrove-mail-" + cell, PAUSE, () -> send(cell, smtp));
                threads.repeat("mangrove-mail-rounds-" + cell, PAUSE, () -> goRound(cell));
            });
            threads.repeat("mangrove-mail-tidying-" + cell, TIDIES_EVERY, () -> tidy(cell));
        }
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
    }

    /** Off is off at once, on this node; on another after a moment. */
    void said(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingSaid said) {
        settings.remove(said.tenant());
    }

    private List<TenantProfile> of(String cell) {
        return tenants.all().stream()
                .filter(tenant -> tenant.cell().equals(cell))
                .toList();
    }

    private void send(String cell, Smtp smtp) {
        for (TenantProfile tenant : of(cell)) {
            try {
                sendDue(tenant, smtp);
            } catch (RuntimeException failed) {
                warn("Mail to people of " + tenant.tenant().slug() + " waits; tried again", failed);
            }
        }
    }

    private void sendDue(TenantProfile tenant, Smtp smtp) {
        while (!threads.areStopped() && isOpen(tenant)) {
            List<PeopleTurns.Taken> some = turns.take(tenant.tenant().id());
            if (some.isEmpty()) {
                return;
            }
            Instant until = clock.instant().plus(PeopleTurns.WITHIN);
            for (PeopleTurns.Taken taken : some) {
                if (!isOpen(tenant) || clock.instant().isAfter(until)) {
                    return;
                }
                Delivery delivery = smtp.send(
                        taken.id(),
                        taken.letter(),
                        clock.instant(),
                        setting(tenant).replyTo());
                if (turns.ended(taken, delivery)) {
                    LOG.log(
                            Level.WARNING,
                            "Letter {0} of {1} was given up: {2}",
                            taken.id(),
                            tenant.tenant().slug(),
                            delivery);
                }
            }
        }
    }

    private void goRound(String cell) {
        for (TenantProfile tenant : of(cell)) {
            try {
                if (isOpen(tenant)) {
                    rounds.begin(tenant.tenant().id()).ifPresent(after -> goRound(tenant, after));
                }
            } catch (RuntimeException failed) {
                warn("People of " + tenant.tenant().slug() + " wait for mail; tried again", failed);
            }
        }
    }

    private void goRound(TenantProfile tenant, UUID beginning) {
        TenantId id = tenant.tenant().id();
        UUID after = beginning;
        int told = 0;
        List<UUID> some = rounds.portion(tenant, after);
        while (!some.isEmpty() && !threads.areStopped() && isOpen(tenant)) {
            for (UUID person : some) {
                told += isOpen(tenant) && tell(tenant, person) ? 1 : 0;
            }
            after = some.getLast();
            rounds.cameTo(id, after);
            some = rounds.portion(tenant, after);
        }
        if (some.isEmpty()) {
            rounds.end(id);
        }
        if (told > 0) {
            LOG.log(
                    Level.INFO,
                    "{0,number,#} people of {1} get a letter",
                    told,
                    tenant.tenant().slug());
        }
    }

    /** Whoever cannot be told keeps nobody else waiting. */
    private boolean tell(TenantProfile tenant, UUID person) {
        try {
            return telling.tell(tenant, person);
        } catch (RuntimeException failed) {
            warn(
                    "Somebody of " + tenant.tenant().slug() + " could not be told by mail; tried in the next round",
                    failed);
            return false;
        }
    }

    private boolean isOpen(TenantProfile tenant) {
        TenantMail setting = setting(tenant);
        return setting.isOn() && setting.hours().areOpen(clock.instant(), tenant.tenant());
    }

    private TenantMail setting(TenantProfile tenant) {
        Instant now = clock.instant();
        Known known = settings.get(tenant.tenant().id());
        if (known == null || !known.until().isAfter(now) || known.until().isAfter(now.plus(SETTING_HOLDS))) {
            known = new Known(mail.of(tenant), now.plus(SETTING_HOLDS));
            settings.put(tenant.tenant().id(), known);
        }
        return known.setting();
    }

    private void tidy(String cell) {
        for (TenantProfile tenant : of(cell)) {
            try {
                turns.tidy(tenant.tenant().id());
            } catch (RuntimeException failed) {
                warn("Old mail of " + tenant.tenant().slug() + " was not tidied away; tried again", failed);
            }
        }
    }

    private void warn(String what, RuntimeException failed) {
        if (!threads.areStopped()) {
            LOG.log(Level.WARNING, what, failed);
        }
    }
}
