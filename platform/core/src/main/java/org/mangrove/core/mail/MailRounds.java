package org.mangrove.core.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.Person;
import org.mangrove.core.mail.store.MailRoundRow;
import org.mangrove.core.mail.store.MailRoundStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/**
 * Goes from person to person of a tenant, a portion at a time, one node at once. Where a node ended in the middle another goes on
 * when its turn is over, with the portion that was not written down as done.
 */
@ApplicationScoped
class MailRounds {

    private static final int AT_ONCE = 50;
    private static final long HOUR = 3600;
    private static final Duration TURN = Duration.ofMinutes(5);

    @Inject
    Configuration configuration;

    @Inject
    MailRoundStore rounds;

    @Inject
    People people;

    @Inject
    Clock clock;

    /** @return after whom to go on; empty if it is not time, or another node does */
    @AgainIfOvertaken
    @Transactional
    Optional<UUID> begin(TenantId tenant) {
        Instant now = now();
        MailRoundRow row = rounds.hold(tenant).orElseGet(() -> {
            var first = new MailRoundRow(tenant, now);
            rounds.add(first);
            return first;
        });
        if (!row.isDue(now, every())) {
            return Optional.empty();
        }
        row.hold(now, TURN);
        return Optional.of(row.after());
    }

    @Transactional
    List<UUID> portion(TenantProfile tenant, UUID after) {
        return people.page(tenant.tenant().id(), Optional.of(after), AT_ONCE).stream()
                .map(Person::id)
                .toList();
    }

    @Transactional
    void cameTo(TenantId tenant, UUID person) {
        rounds.hold(tenant).ifPresent(row -> row.cameTo(person, now(), TURN));
    }

    @Transactional
    void end(TenantId tenant) {
        rounds.hold(tenant).ifPresent(row -> row.end(now()));
    }

    private Duration every() {
        return Duration.ofSeconds(configuration.findSeconds("mangrove.mail.round-seconds", HOUR));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
