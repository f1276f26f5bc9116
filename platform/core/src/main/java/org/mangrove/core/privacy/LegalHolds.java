package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.privacy.store.HoldRow;
import org.mangrove.core.privacy.store.HoldStore;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Whose data must stay, whoever wants it gone. A hold goes before erasure and before retention. */
@ApplicationScoped
public class LegalHolds {

    private static final int MOST_SHOWN = 200;

    @Inject
    HoldStore store;

    @Inject
    Subjects subjects;

    @Inject
    Clock clock;

    /**
     * @param until the last day; none: until it is lifted
     * @throws Refusal.Invalid if no reason is given, or the last day has passed
     */
    @Transactional
    public UUID place(TenantProfile tenant, UUID by, DataSubject who, String reason, Optional<LocalDate> until) {
        if (reason.isBlank()) {
            throw new Refusal.Invalid("reason", Message.of("privacy.hold.needs-a-reason"));
        }
        if (until.filter(day -> day.isBefore(today(tenant))).isPresent()) {
            throw new Refusal.Invalid("until", Message.of("privacy.hold.day-has-passed"));
        }
        var row = new HoldRow(
                tenant.tenant().id(),
                subjects.withTerms(tenant, who, who.terms()),
                reason.strip(),
                by,
                clock.instant(),
                until);
        store.add(row);
        return row.id();
    }

    /**
     * @throws Refusal.NotFound if there is no such hold
     * @throws Refusal.Conflict if it was lifted before
     * @throws Refusal.Invalid if no reason is given
     */
    @Transactional
    public void lift(TenantProfile tenant, UUID by, UUID hold, String reason) {
        HoldRow row = store.find(tenant.tenant().id(), hold)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("privacy.hold.not-found")));
        if (row.hold().liftedAt().isPresent()) {
            throw new Refusal.Conflict(Message.of("privacy.hold.lifted-before"));
        }
        if (reason.isBlank()) {
            throw new Refusal.Invalid("reason", Message.of("privacy.hold.needs-a-reason"));
        }
        row.lift(by, clock.instant(), reason.strip());
    }

    /** All there are and were, the newest first. */
    @Transactional
    public List<Hold> all(TenantProfile tenant) {
        return store.all(tenant.tenant().id(), MOST_SHOWN).stream()
                .map(HoldRow::hold)
                .toList();
    }

    /** The hold that is on somebody now, if one is. */
    @Transactional
    public Optional<Hold> find(TenantProfile tenant, DataSubject who) {
        return store.open(tenant.tenant().id(), today(tenant)).stream()
                .filter(row -> isSame(row.subject(), who))
                .findFirst()
                .map(HoldRow::hold);
    }

    /** Everybody who is held now. */
    @Transactional
    public List<DataSubject> held(TenantProfile tenant) {
        return store.open(tenant.tenant().id(), today(tenant)).stream()
                .map(HoldRow::subject)
                .toList();
    }

    private static boolean isSame(DataSubject held, DataSubject who) {
        boolean samePerson = held.person().isPresent() && held.person().equals(who.person());
        return samePerson
                || !Collections.disjoint(held.emails(), who.emails())
                || !Collections.disjoint(held.accounts(), who.accounts())
                || !Collections.disjoint(held.openIds(), who.openIds())
                || !Collections.disjoint(held.terms(), who.terms());
    }

    private LocalDate today(TenantProfile tenant) {
        return LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone());
    }
}
