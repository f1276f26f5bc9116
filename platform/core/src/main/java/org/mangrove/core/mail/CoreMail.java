package org.mangrove.core.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.SecretKey;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.keys.Sealer;
import org.mangrove.core.keys.ZoneKeys;
import org.mangrove.core.mail.store.CoreLetterRow;
import org.mangrove.core.mail.store.CoreLetterStore;
import org.mangrove.core.mail.store.CoreMailboxRow;
import org.mangrove.core.mail.store.CoreMailboxStore;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/**
 * Mail to those who work in the core of an enterprise. The core knows no address of anybody: whoever wants mail says where to, and
 * confirms it by a link that came there. Addresses and letters lie sealed under a key of the core's zone and the enterprise.
 */
@ApplicationScoped
public class CoreMail {

    private static final String SEALING = "mail/core-letters";
    private static final String CONFIRMING = "mail/core-mailbox";
    private static final int MOST_A_DAY = 40;

    @Inject
    Configuration configuration;

    @Inject
    CoreMemberships memberships;

    @Inject
    CoreMailboxStore mailboxes;

    @Inject
    CoreLetterStore letters;

    @Inject
    LetterWriter writer;

    @Inject
    ZoneKeys keys;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /** Where somebody asked to be written to. @param isConfirmed whether they have shown that it is theirs */
    public record Mailbox(MailAddress address, boolean isConfirmed) {}

    /** What is in the outbox. @param givenUp within the last month */
    public record Outbox(boolean isSetUp, long waiting, long givenUp) {}

    public boolean isSetUp() {
        return MailSettings.find(configuration).isPresent();
    }

    @Transactional
    public Outbox outbox(EnterpriseId enterprise) {
        return new Outbox(
                isSetUp(),
                letters.count(enterprise, LetterState.WAITING),
                letters.count(enterprise, LetterState.GIVEN_UP));
    }

    @Transactional
    public Optional<Mailbox> findMailbox(EnterpriseId enterprise, UUID actor) {
        return mailboxes.find(enterprise, actor).map(row -> new Mailbox(address(enterprise, row), row.isConfirmed()));
    }

    /** What became of the newest letter to somebody. */
    @Transactional
    public Optional<LetterState> findNewest(EnterpriseId enterprise, UUID actor) {
        return letters.findNewestTo(enterprise, actor)
                .map(newest -> newest.dispatch().state());
    }

    /**
     * Somebody says where they want to be written to, and is written to there, to show that it is theirs.
     *
     * @param letter with what they show, which goes into its link
     * @throws Refusal.Invalid if it is no address
     * @throws Refusal.Conflict if there is no mail here, or they were written to too often
     */
    @Transactional
    public void say(Enterprise enterprise, UUID actor, String address, Function<String, Letter> letter) {
        MailAddress said = MailAddress.read(address)
                .orElseThrow(() -> new Refusal.Invalid("address", Message.of("mail.address.not-one")));
        if (!isSetUp()) {
            throw new Refusal.Conflict(Message.of("mail.not-set-up"));
        }
        EnterpriseId id = enterprise.id();
        byte[] sealed = seal(id, actor, said.text());
        CoreMailboxRow row = mailboxes.find(id, actor).orElseGet(() -> {
            var first = new CoreMailboxRow(id, actor, sealed, now());
            mailboxes.add(first);
            return first;
        });
        row.say(sealed, now());
        if (put(enterprise, actor, said, "address", letter.apply(proof(id, row, said))) == Posted.TOO_MANY) {
            throw new Refusal.Conflict(Message.of("mail.too-many"));
        }
    }

    /** @param shown what came in the letter @throws Refusal.Conflict if it is not that, or about an address said before */
    @Transactional
    public void confirm(EnterpriseId enterprise, UUID actor, String shown) {
        CoreMailboxRow row = mailboxes.find(enterprise, actor).orElseThrow(CoreMail::notConfirmed);
        String right = proof(enterprise, row, address(enterprise, row));
        if (!MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8))) {
            throw notConfirmed();
        }
        row.confirm(now());
    }

    /** Writes a letter in the transaction of the thing itself; it goes out once that has ended well. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Posted post(Enterprise enterprise, UUID actor, String kind, Letter letter) {
        if (!isSetUp()) {
            return Posted.NOT_SET_UP;
        }
        Optional<CoreMailboxRow> row = mailboxes.find(enterprise.id(), actor).filter(CoreMailboxRow::isConfirmed);
        return row.map(to -> put(enterprise, actor, address(enterprise.id(), to), kind, letter))
                .orElse(Posted.NO_ADDRESS);
    }

    /** Where they may be written to, and all that was written to them. @return how many things there were */
    @Transactional
    public int forget(EnterpriseId enterprise, UUID actor) {
        return mailboxes.removeOf(enterprise, actor) + letters.removeTo(enterprise, actor);
    }

    private Posted put(Enterprise enterprise, UUID actor, MailAddress to, String kind, Letter letter) {
        EnterpriseId id = enterprise.id();
        Instant now = now();
        if (letters.countTo(id, actor, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            return Posted.TOO_MANY;
        }
        Locale language = memberships.findLanguage(id, actor).orElse(enterprise.language());
        UUID letterId = Uuids.next();
        letters.add(new CoreLetterRow(
                id,
                letterId,
                actor,
                kind,
                seal(id, letterId, Definitions.write(writer.write(to, language, letter))),
                now));
        return Posted.WAITING;
    }

    /** Of a letter that waits. */
    WrittenLetter open(EnterpriseId enterprise, UUID letter, byte[] content) {
        return Definitions.read(open(enterprise, letter.toString(), content), WrittenLetter.class);
    }

    private MailAddress address(EnterpriseId enterprise, CoreMailboxRow row) {
        return new MailAddress(open(enterprise, row.id().toString(), row.address()));
    }

    private String open(EnterpriseId enterprise, String about, byte[] sealed) {
        return new String(
                new Sealer(random).open(key(enterprise), sealed, about.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
    }

    private byte[] seal(EnterpriseId enterprise, UUID about, String text) {
        return new Sealer(random)
                .seal(
                        key(enterprise),
                        text.getBytes(StandardCharsets.UTF_8),
                        about.toString().getBytes(StandardCharsets.UTF_8));
    }

    private SecretKey key(EnterpriseId enterprise) {
        return keys.sealing(SEALING, "enterprise " + enterprise.number());
    }

    /** Of this address, said at this moment. */
    private String proof(EnterpriseId enterprise, CoreMailboxRow row, MailAddress address) {
        return keys.proof(
                CONFIRMING, enterprise.number() + "/" + row.id(), row.saidAt().toEpochMilli() + " " + address.text());
    }

    private static Refusal notConfirmed() {
        return new Refusal.Conflict(Message.of("mail.address.not-confirmed"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
