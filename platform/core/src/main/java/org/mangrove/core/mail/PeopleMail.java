package org.mangrove.core.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.Person;
import org.mangrove.core.mail.store.MailChoiceRow;
import org.mangrove.core.mail.store.MailChoiceStore;
import org.mangrove.core.mail.store.MailSettingRow;
import org.mangrove.core.mail.store.MailSettingStore;
import org.mangrove.core.mail.store.PersonLetterRow;
import org.mangrove.core.mail.store.PersonLetterStore;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** What tenants say of the mail to their people, and what each of these wants. */
@ApplicationScoped
public class PeopleMail {

    private static final int MOST_SHOWN = 10;

    @Inject
    Configuration configuration;

    @Inject
    MailSettingStore settings;

    @Inject
    MailChoiceStore choices;

    @Inject
    PersonLetterStore letters;

    @Inject
    People people;

    @Inject
    Event<SettingSaid> told;

    @Inject
    Clock clock;

    /** @param givenUp within the last month */
    public record Outbox(boolean isSetUp, long waiting, long givenUp) {}

    /** A letter that somebody got, or should have. @param things how many it was about */
    public record Written(Instant at, int things, LetterState state) {}

    /**
     * How somebody stands.
     *
     * @param address where they are written to, as their sign-on says; empty if nothing can be sent there
     */
    public record Mine(
            boolean isSetUp,
            boolean isOn,
            Optional<MailAddress> address,
            Set<NoticeKind> unwanted,
            List<Written> letters) {}

    @Transactional
    public TenantMail of(TenantProfile tenant) {
        return settings.find(tenant.tenant().id())
                .map(PeopleMail::said)
                .orElseGet(() -> TenantMail.untold(tenant.tenant()));
    }

    private static TenantMail said(MailSettingRow row) {
        return new TenantMail(
                row.isOn(), MailAddress.read(row.replyTo()), new MailHours(row.from(), row.until(), row.days()));
    }

    /** @throws Refusal.Invalid if there is no time at all at which anybody could be written to */
    @AgainIfOvertaken
    @Transactional
    public void say(TenantProfile tenant, TenantMail said) {
        if (said.hours().days().isEmpty()) {
            throw new Refusal.Invalid("day", Message.of("mail.setting.no-day"));
        }
        if (said.hours().until().isBefore(said.hours().from())) {
            throw new Refusal.Invalid("until", Message.of("mail.setting.no-hours"));
        }
        TenantId id = tenant.tenant().id();
        MailSettingRow row = settings.find(id).orElseGet(() -> {
            var first = new MailSettingRow(id, now());
            settings.add(first);
            return first;
        });
        row.say(
                said.isOn(),
                said.replyTo().map(MailAddress::text).orElse(""),
                said.hours().from(),
                said.hours().until(),
                said.hours().days(),
                now());
        told.fire(new SettingSaid(id));
    }

    @Transactional
    public Outbox outbox(TenantId tenant) {
        return new Outbox(
                MailSettings.find(configuration).isPresent(),
                letters.count(tenant, LetterState.WAITING),
                letters.count(tenant, LetterState.GIVEN_UP));
    }

    @Transactional
    public Mine mine(TenantProfile tenant, UUID person) {
        TenantId id = tenant.tenant().id();
        return new Mine(
                MailSettings.find(configuration).isPresent(),
                of(tenant).isOn(),
                people.find(id, person).map(Person::email).flatMap(MailAddress::read),
                unwanted(id, person),
                letters.to(id, person, MOST_SHOWN).stream()
                        .map(PeopleMail::written)
                        .toList());
    }

    private static Written written(PersonLetterRow row) {
        return new Written(row.dispatch().madeAt(), row.things(), row.dispatch().state());
    }

    Set<NoticeKind> unwanted(TenantId tenant, UUID person) {
        return choices.find(tenant, person).map(MailChoiceRow::unwanted).orElse(Set.of());
    }

    @AgainIfOvertaken
    @Transactional
    public void choose(TenantId tenant, UUID person, Set<NoticeKind> unwanted) {
        MailChoiceRow row = choices.find(tenant, person).orElseGet(() -> {
            var first = new MailChoiceRow(tenant, person, now());
            choices.add(first);
            return first;
        });
        row.choose(unwanted, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
