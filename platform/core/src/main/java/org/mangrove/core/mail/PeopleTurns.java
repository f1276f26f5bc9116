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
import java.util.stream.Stream;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.Person;
import org.mangrove.core.mail.store.Dispatch;
import org.mangrove.core.mail.store.PersonLetterRow;
import org.mangrove.core.mail.store.PersonLetterStore;
import org.mangrove.core.mail.store.ToldStore;
import org.mangrove.sdk.TenantId;

/** What the sender does to the outbox of a tenant's people, each in a transaction of its own; see {@link MailTurns}. */
@ApplicationScoped
class PeopleTurns {

    private static final int AT_ONCE = 20;
    private static final Duration KEPT = Duration.ofDays(30);

    /** Somebody who has done nothing about a thing for so long is told of it anew. */
    private static final Duration REMEMBERED = Duration.ofDays(400);

    /** A letter that could not go out for so long, since mail was turned off, says what may not be so any more. */
    private static final Duration FRESH = Duration.ofDays(4);

    private static final Duration TURN = Duration.ofMinutes(5);

    /** Whoever has taken letters begins to send none later than this: the next turn is another node's, perhaps. */
    static final Duration WITHIN = Duration.ofMinutes(2);

    @Inject
    PersonLetterStore letters;

    @Inject
    ToldStore told;

    @Inject
    People people;

    @Inject
    SealedLetters sealed;

    @Inject
    Clock clock;

    /** A letter whose turn it is, with the address that the person has now. */
    record Taken(TenantId tenant, UUID id, WrittenLetter letter) {}

    @Transactional
    List<Taken> take(TenantId tenant) {
        Instant now = now();
        return letters.holdDue(tenant, now, AT_ONCE).stream()
                .flatMap(row -> take(tenant, row, now))
                .toList();
    }

    private Stream<Taken> take(TenantId tenant, PersonLetterRow row, Instant now) {
        if (row.dispatch().madeAt().plus(FRESH).isBefore(now)) {
            told.removeIn(tenant, row.id());
            letters.remove(row);
            return Stream.empty();
        }
        Optional<MailAddress> address = people.find(tenant, row.person())
                .filter(person -> !person.roles().isEmpty())
                .map(Person::email)
                .flatMap(MailAddress::read);
        if (address.isEmpty()) {
            row.dispatch().giveUp("nobody", now);
            told.removeIn(tenant, row.id());
            return Stream.empty();
        }
        row.dispatch().take(now, TURN);
        WrittenLetter letter =
                sealed.open(tenant, row.id(), row.dispatch().content().orElseThrow());
        return Stream.of(new Taken(tenant, row.id(), letter.to(address.get())));
    }

    /**
     * What nobody would take in time was not told: it comes with the next letter, if it is still so.
     *
     * @return whether it was given up
     */
    @Transactional
    boolean ended(Taken taken, Delivery delivery) {
        boolean isGivenUp = letters.hold(taken.tenant(), taken.id())
                .map(PersonLetterRow::dispatch)
                .filter(Dispatch::isWaiting)
                .map(dispatch -> delivery.endIn(dispatch, now()))
                .orElse(false);
        if (isGivenUp && delivery instanceof Delivery.Later) {
            told.removeIn(taken.tenant(), taken.id());
        }
        return isGivenUp;
    }

    /** What ended long ago, so that an outbox does not grow. */
    @Transactional
    void tidy(TenantId tenant) {
        letters.removeOld(tenant, LetterState.SENT, now().minus(KEPT));
        letters.removeOld(tenant, LetterState.GIVEN_UP, now().minus(KEPT));
        told.removeOld(tenant, now().minus(REMEMBERED));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
