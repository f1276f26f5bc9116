package org.mangrove.core.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.mail.store.CoreLetterRow;
import org.mangrove.core.mail.store.CoreLetterStore;
import org.mangrove.core.mail.store.Dispatch;
import org.mangrove.core.tenancy.EnterpriseId;

/** What the sender does to the outbox: takes what is due, and writes down how it ended, each in a transaction of its own. */
@ApplicationScoped
class MailTurns {

    private static final int AT_ONCE = 20;
    private static final Duration KEPT = Duration.ofDays(30);

    /** A node that ends in the middle keeps a letter back for so long, and somebody may get it twice rather than never. */
    private static final Duration TURN = Duration.ofMinutes(5);

    /** Whoever has taken letters begins to send none later than this. */
    static final Duration WITHIN = Duration.ofMinutes(2);

    @Inject
    CoreLetterStore letters;

    @Inject
    CoreMail mail;

    @Inject
    Clock clock;

    /** A letter whose turn it is. */
    record Taken(EnterpriseId enterprise, UUID id, WrittenLetter letter) {}

    @Transactional
    List<Taken> take(EnterpriseId enterprise) {
        Instant now = now();
        return letters.holdDue(enterprise, now, AT_ONCE).stream()
                .map(row -> {
                    row.dispatch().take(now, TURN);
                    return new Taken(
                            enterprise,
                            row.id(),
                            mail.open(
                                    enterprise,
                                    row.id(),
                                    row.dispatch().content().orElseThrow()));
                })
                .toList();
    }

    /** @return whether it was given up */
    @Transactional
    boolean ended(Taken taken, Delivery delivery) {
        return letters.hold(taken.enterprise(), taken.id())
                .map(CoreLetterRow::dispatch)
                .filter(Dispatch::isWaiting)
                .map(dispatch -> delivery.endIn(dispatch, now()))
                .orElse(false);
    }

    /** What ended long ago, so that an outbox does not grow. */
    @Transactional
    void tidy(EnterpriseId enterprise) {
        letters.removeOld(enterprise, LetterState.SENT, now().minus(KEPT));
        letters.removeOld(enterprise, LetterState.GIVEN_UP, now().minus(KEPT));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
