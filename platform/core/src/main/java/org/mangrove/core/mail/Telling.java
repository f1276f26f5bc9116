package org.mangrove.core.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.Person;
import org.mangrove.core.localization.Languages;
import org.mangrove.core.mail.store.PersonLetterRow;
import org.mangrove.core.mail.store.PersonLetterStore;
import org.mangrove.core.mail.store.ToldRow;
import org.mangrove.core.mail.store.ToldStore;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/**
 * Writes somebody of a tenant one letter about all that they were not told yet, and writes down in the same transaction that they
 * were: killed before its end, nothing of it is there, and the next round finds the same again.
 */
@ApplicationScoped
class Telling {

    @Inject
    Instance<MatterSource> sources;

    @Inject
    PeopleMail mail;

    @Inject
    People people;

    @Inject
    PersonLetterStore letters;

    @Inject
    ToldStore told;

    @Inject
    LetterWriter writer;

    @Inject
    SealedLetters sealed;

    @Inject
    Addresses addresses;

    @Inject
    Languages languages;

    @Inject
    Clock clock;

    /** @return whether a letter waits now that did not before */
    @Transactional(TxType.REQUIRES_NEW)
    boolean tell(TenantProfile tenant, UUID who) {
        TenantId id = tenant.tenant().id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Person> found = people.find(id, who)
                .filter(person -> !person.roles().isEmpty())
                .filter(person -> MailAddress.read(person.email()).isPresent());
        if (found.isEmpty()
                || letters.countTo(id, who, startOfDay(now, tenant.tenant().timeZone())) > 0) {
            return false;
        }
        Person person = found.get();
        Locale language = languages.choose(tenant, person.language(), Optional.empty());
        List<Matter> matters = sources.stream()
                .flatMap(source -> source.of(tenant, person, language).stream())
                .toList();
        Digest digest = Digest.of(
                matters,
                mail.unwanted(id, who),
                key -> told.find(id, sealed.name(id, who, key)).isPresent());
        if (digest.isEmpty()) {
            return false;
        }
        UUID letter = Uuids.next();
        for (Digest.Told each : digest.told()) {
            each.keys().stream()
                    .map(key -> new ToldRow(id, sealed.name(id, who, key.text()), who, letter, key.kind(), now))
                    .forEach(told::add);
        }
        WrittenLetter written =
                writer.write(tenant, language, DigestLetter.of(digest, addresses.home(tenant), name(tenant, language)));
        letters.add(new PersonLetterRow(id, letter, who, digest.told().size(), sealed.seal(id, letter, written), now));
        return true;
    }

    private static String name(TenantProfile tenant, Locale language) {
        return Optional.ofNullable(tenant.names().get(language))
                .or(() -> Optional.ofNullable(tenant.names().get(Locale.ENGLISH)))
                .orElse(tenant.tenant().slug());
    }

    private static Instant startOfDay(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }
}
