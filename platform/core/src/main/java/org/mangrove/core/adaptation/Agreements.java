package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.adaptation.store.AgreementRow;
import org.mangrove.core.adaptation.store.AgreementStore;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.Ground;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Approval;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LocalAct;
import org.mangrove.core.lineage.LocalOverlays;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.localization.Languages;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/**
 * What a market says under an {@code APPROVE} lock waits here until somebody else of the market agrees to exactly these words. Nothing of
 * it leaves the market, and readers see nothing of it before.
 */
@ApplicationScoped
public class Agreements {

    private static final int MOST_OPEN = 500;
    private static final int MOST_ANSWERED = 50;

    @Inject
    AgreementStore store;

    @Inject
    Desks desks;

    @Inject
    Courses courses;

    @Inject
    Deadlines deadlines;

    @Inject
    LocalOverlays overlays;

    @Inject
    Languages languages;

    @Inject
    DecisionLog decisions;

    @Inject
    Event<Said> said;

    @Inject
    Clock clock;

    /** What keeps words from being agreed to. Whoever asked asks anew, or takes them back. */
    public enum Obstacle {
        NONE,
        /** It is locked by now. */
        LOCKED,
        /** What comes from above says something else than when they were written. */
        MOVED_ON,
        /** What they are about is not there any more, or does not come to the market. */
        GONE
    }

    /**
     * Words that wait.
     *
     * @param title of the course, for the reader
     * @param rewordings what readers would get in place of what they get
     */
    public record Waiting(
            Agreement agreement, Text title, List<Rewording> rewordings, Obstacle obstacle, boolean isOverdue) {

        public boolean canBeAgreedTo() {
            return obstacle == Obstacle.NONE;
        }
    }

    /** What is due first comes first. */
    @Transactional
    public List<Waiting> waiting(TenantProfile tenant, Locale locale) {
        Instant now = now();
        var reading = new Reading(languages.chain(tenant, locale), languages.offered(tenant));
        List<Agreement> open = store.open(tenant.tenant().id(), MOST_OPEN).stream()
                .map(AgreementRow::agreement)
                .toList();
        Map<String, Desk> known =
                desks(tenant, open.stream().map(Agreement::course).distinct().toList(), now);
        return open.stream()
                .map(agreement -> waiting(agreement, Optional.ofNullable(known.get(agreement.course())), reading, now))
                .toList();
    }

    private Map<String, Desk> desks(TenantProfile tenant, List<String> some, Instant now) {
        var known = new HashMap<String, Desk>();
        for (Ground ground : courses.grounds(tenant, some)) {
            known.put(ground.version().key(), desks.of(tenant, ground, now));
        }
        return known;
    }

    /** @param chain the reader's languages, in order. @param all that readers there can have */
    private record Reading(List<Locale> chain, List<Locale> all) {}

    private static Waiting waiting(Agreement agreement, Optional<Desk> desk, Reading reading, Instant now) {
        Change change = agreement.adaptation().change();
        Optional<Block> before =
                desk.flatMap(there -> there.find(change.block())).map(DeskBlock::block);
        List<Rewording> rewordings = switch (change) {
            case Change.Set(String block, String field, Field value) ->
                Rewording.of(
                        before,
                        Optional.of(before.orElseGet(() -> emptied(block)).with(field, value)),
                        reading.all());
            case Change.Clear(String block, String field) ->
                Rewording.of(
                        before,
                        Optional.of(before.orElseGet(() -> emptied(block)).without(field)),
                        reading.all());
            case Change.Hide(String block) ->
                Rewording.of(Optional.of(before.orElseGet(() -> emptied(block))), Optional.empty(), reading.all());
            case Change.InsertAfter(String block, List<String> trail, Block inserted) ->
                Rewording.of(
                        desk.flatMap(there -> there.find(inserted.id())).map(DeskBlock::block),
                        Optional.of(inserted),
                        reading.all());
            case Change.Move move -> List.of();
        };
        return new Waiting(
                agreement,
                desk.flatMap(Desk::title)
                        .map(field -> field.in(reading.chain()))
                        .orElseGet(() -> new Text(agreement.course(), Locale.ROOT)),
                rewordings,
                desk.map(there -> obstacle(agreement.adaptation(), there, now)).orElse(Obstacle.GONE),
                agreement.isOverdue(now));
    }

    private static Block emptied(String id) {
        return new Block(id, BlockKind.TEXT, new TreeMap<>());
    }

    private static Obstacle obstacle(Adaptation adaptation, Desk desk, Instant now) {
        Change change = adaptation.change();
        if (desk.ground().rules().locks().locked(Level.TENANT, change, now).isPresent()) {
            return Obstacle.LOCKED;
        }
        if (desk.find(change.block()).isEmpty() || !adaptation.holdsAt(now)) {
            return Obstacle.GONE;
        }
        if (change.field().isEmpty()) {
            return Obstacle.NONE;
        }
        Optional<Field> above = desk.find(change.block(), change.field()).flatMap(DeskText::above);
        return above.equals(adaptation.base()) ? Obstacle.NONE : Obstacle.MOVED_ON;
    }

    /** The latest first. */
    @Transactional
    public List<Agreement> answered(TenantProfile tenant) {
        return store.answered(tenant.tenant().id(), MOST_ANSWERED).stream()
                .map(AgreementRow::agreement)
                .toList();
    }

    /** What waits of one text. */
    @Transactional
    public Optional<Agreement> find(TenantProfile tenant, String course, String subject) {
        return store.open(tenant.tenant().id(), MOST_OPEN).stream()
                .filter(row -> row.course().equals(course))
                .map(AgreementRow::agreement)
                .filter(agreement -> agreement.subject().equals(subject))
                .findFirst();
    }

    /** How much waits. */
    @Transactional
    public int count(TenantProfile tenant) {
        return store.open(tenant.tenant().id(), MOST_OPEN).size();
    }

    /**
     * Asks for what cannot be said without it. What was asked of the same text before is not asked any more.
     *
     * @throws Refusal.Conflict if exactly this is asked already, or too much is
     */
    @Transactional
    void ask(TenantProfile tenant, UUID person, String course, Adaptation adaptation) {
        TenantId id = tenant.tenant().id();
        Instant now = now();
        var fresh = new AgreementRow(
                id, course, adaptation, person, now, deadlines.of(tenant).ofAgreement(now));
        for (AgreementRow before :
                store.holdOpen(id, course, adaptation.change().subject())) {
            if (before.agreement().digest().equals(fresh.agreement().digest())) {
                throw new Refusal.Conflict(Message.of("adaptation.agreement.asked-already"));
            }
            before.becomes(Agreement.State.REPLACED, "", Optional.empty(), now);
        }
        if (store.open(id, MOST_OPEN).size() >= MOST_OPEN) {
            throw new Refusal.Conflict(
                    Message.of("adaptation.agreement.too-many").with("most", MOST_OPEN));
        }
        store.add(fresh);
    }

    /**
     * Agrees to words as they were shown; from now on readers see them. All of them, or none.
     *
     * @param digests of what whoever agrees has read
     * @return how many there were
     * @throws Refusal.Conflict if any of them are one's own, or not the same any more, or cannot be agreed to
     */
    @Transactional
    public int agree(TenantProfile tenant, UUID person, Map<UUID, Digest> digests) {
        if (digests.isEmpty()) {
            throw new Refusal.Invalid("agree", Message.of("adaptation.agreement.choose"));
        }
        digests.forEach((id, digest) -> agree(tenant, person, id, digest));
        said.fire(new Said(tenant.tenant().id()));
        return digests.size();
    }

    private void agree(TenantProfile tenant, UUID person, UUID id, Digest digest) {
        Instant now = now();
        AgreementRow row = held(tenant, id);
        Agreement agreement = row.agreement();
        if (agreement.state() != Agreement.State.OPEN) {
            throw new Refusal.Conflict(Message.of("adaptation.agreement.answered"));
        }
        if (agreement.isOf(person)) {
            throw new Refusal.Conflict(Message.of("adaptation.agreement.own"));
        }
        if (!agreement.digest().equals(digest)) {
            throw new Refusal.Conflict(Message.of("adaptation.agreement.other-words"));
        }
        Desk desk = desks.of(tenant, agreement.course(), now);
        Obstacle obstacle = obstacle(agreement.adaptation(), desk, now);
        if (obstacle != Obstacle.NONE) {
            throw new Refusal.Conflict(Message.of("adaptation.agreement.obstacle." + word(obstacle)));
        }
        row.becomes(Agreement.State.AGREED, "", Optional.of(person), now);
        // who it was stands in the row, and is forgotten there: the overlay knows the agreement only
        Adaptation agreed = agreement.adaptation().approvedBy(new Approval(agreement.id(), now));
        overlays.write(
                tenant,
                AssetVersion.TYPE,
                agreement.course(),
                desk.own().revision(),
                putting(desk.own().adaptations(), agreed),
                new LocalOverlays.Act(
                        LocalAct.AGREED,
                        List.of(agreement.subject()),
                        agreed.reason(),
                        Optional.of(person),
                        details(agreement)));
    }

    private static List<Adaptation> putting(List<Adaptation> own, Adaptation fresh) {
        var all = new ArrayList<Adaptation>(own.stream()
                .filter(adaptation ->
                        !adaptation.change().subject().equals(fresh.change().subject()))
                .toList());
        all.add(fresh);
        return all;
    }

    /**
     * Does not agree, and says why. What readers see stays as it is.
     *
     * @throws Refusal.Conflict if they are one's own, or were answered already
     */
    @Transactional
    public void decline(TenantProfile tenant, UUID person, UUID id, String reason) {
        String why = Terms.of(reason).reason();
        AgreementRow row = held(tenant, id);
        Agreement agreement = row.agreement();
        if (agreement.state() != Agreement.State.OPEN) {
            throw new Refusal.Conflict(Message.of("adaptation.agreement.answered"));
        }
        if (agreement.isOf(person)) {
            throw new Refusal.Conflict(Message.of("adaptation.agreement.own"));
        }
        row.becomes(Agreement.State.DECLINED, why, Optional.of(person), now());
        decisions.record(
                tenant,
                new Decided(
                        DecisionKind.LOCAL_DECLINED,
                        AssetVersion.TYPE,
                        agreement.course(),
                        List.of(agreement.subject()),
                        details(agreement),
                        agreement.digest().hex()),
                person,
                why);
    }

    /** Takes one's own words back. Once more does no harm. @throws Refusal.Conflict if they were answered already */
    @Transactional
    public void withdraw(TenantProfile tenant, UUID person, UUID id) {
        AgreementRow row = held(tenant, id);
        Agreement agreement = row.agreement();
        if (agreement.state() == Agreement.State.WITHDRAWN) {
            return;
        }
        if (agreement.state() != Agreement.State.OPEN) {
            throw new Refusal.Conflict(Message.of("adaptation.agreement.answered"));
        }
        if (agreement.askedBy().isPresent() && !agreement.isOf(person)) {
            throw new Refusal.Conflict(Message.of("adaptation.agreement.not-own"));
        }
        row.becomes(Agreement.State.WITHDRAWN, "", Optional.of(person), now());
    }

    private static Map<String, String> details(Agreement agreement) {
        return Map.of(
                "agreement", agreement.id().toString(),
                "words", agreement.digest().hex(),
                "due", agreement.dueAt().toString());
    }

    private AgreementRow held(TenantProfile tenant, UUID id) {
        return store.hold(tenant.tenant().id(), id)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("adaptation.agreement.not-found")));
    }

    /** As messages and pages have it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Everybody who is named by some of them. */
    public static List<UUID> people(Stream<Agreement> some) {
        return some.flatMap(agreement -> Stream.of(agreement.askedBy(), agreement.answeredBy()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
