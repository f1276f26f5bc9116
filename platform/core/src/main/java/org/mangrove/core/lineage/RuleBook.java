package org.mangrove.core.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.lineage.store.ClaimRow;
import org.mangrove.core.lineage.store.ClaimStore;
import org.mangrove.core.lineage.store.LockRow;
import org.mangrove.core.lineage.store.LockStore;
import org.mangrove.core.lineage.store.WithdrawalRow;
import org.mangrove.core.lineage.store.WithdrawalStore;
import org.mangrove.core.publication.Feed;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** What the spaces of an enterprise demand of what comes down through them: written down in the core, and published to its cells. */
@ApplicationScoped
public class RuleBook {

    /** What a feed entry with all rules of a subject is called. */
    static final String RULES = "lineage.rules";

    private static final int MOST = 200;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_REFERENCE = 500;
    private static final int LONGEST_NAME = 200;

    private static final int MOST_OF_ALL = 100_000;

    @Inject
    LockStore locks;

    @Inject
    ClaimStore claims;

    @Inject
    WithdrawalStore withdrawals;

    @Inject
    Instance<ShownPlaces> places;

    @Inject
    Feed feed;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    /** A lock rule that holds, or will. */
    public record SetLock(UUID id, LockRule rule) {}

    /**
     * A claim that was not taken back, whether it has run out or not.
     *
     * @param endedBy the change of a law that ends it, if one does
     */
    public record MadeClaim(UUID id, Claim claim, Optional<UUID> endedBy) {}

    /**
     * That a law ends as it was.
     *
     * @param id of its change
     * @param at when
     * @param reason for the log
     */
    public record LawEnds(UUID id, Instant at, String reason) {}

    /**
     * All that is demanded of an asset, the type's among it.
     *
     * @param shownLocks what is demanded elsewhere of what it shows
     * @param shownClaims what was verified elsewhere of what it shows
     */
    public record Entries(
            String type,
            String asset,
            List<SetLock> locks,
            List<MadeClaim> claims,
            List<Withdrawal> withdrawals,
            List<LockRule> shownLocks,
            List<Claim> shownClaims) {

        private List<LockRule> allLocks() {
            return Stream.concat(locks.stream().map(SetLock::rule), shownLocks.stream())
                    .toList();
        }

        /** What binds a space. A region's locks bind its own markets only. @param above the regions that it stands in */
        public Locks locksBelow(Collection<String> above) {
            return RuleBook.locks(type, asset, allLocks(), above);
        }

        /** What a market has to observe. */
        public Rules rulesFor(TenantProfile tenant) {
            return RuleBook.rules(
                    tenant,
                    type,
                    asset,
                    new RulesDocument(
                            allLocks(),
                            Stream.concat(claims.stream().map(MadeClaim::claim), shownClaims.stream())
                                    .toList(),
                            withdrawals));
        }
    }

    @Transactional
    public Entries of(EnterpriseId enterprise, String type, String asset) {
        return new Entries(
                type,
                asset,
                Stream.concat(locks.of(enterprise, ofType(type)).stream(), locks.of(enterprise, asset).stream())
                        .map(row -> new SetLock(row.id(), row.rule()))
                        .toList(),
                claims.of(enterprise, asset).stream()
                        .map(row -> new MadeClaim(row.id(), row.claim(), row.endedBy()))
                        .toList(),
                withdrawals.of(enterprise, asset).stream()
                        .map(WithdrawalRow::withdrawal)
                        .toList(),
                shownLocks(enterprise, asset),
                shownClaims(enterprise, asset));
    }

    private List<LockRule> shownLocks(EnterpriseId enterprise, String asset) {
        return new ShownElsewhere<>(
                        each -> shown(enterprise, each),
                        each -> locks.of(enterprise, each).stream()
                                .map(LockRow::rule)
                                .toList(),
                        ShownRules::locks)
                .of(asset);
    }

    private List<Claim> shownClaims(EnterpriseId enterprise, String asset) {
        return new ShownElsewhere<>(
                        each -> shown(enterprise, each),
                        each -> claims.of(enterprise, each).stream()
                                .map(ClaimRow::claim)
                                .toList(),
                        ShownRules::claims)
                .of(asset);
    }

    private List<ShownPlaces.Shown> shown(EnterpriseId enterprise, String asset) {
        return places.stream()
                .flatMap(each -> each.in(enterprise, asset).stream())
                .toList();
    }

    /** What is demanded of an asset comes to its cells anew, since it shows something else by now. */
    @Transactional
    public void shownAnew(EnterpriseId enterprise, String asset) {
        publish(enterprise, asset);
    }

    /** The claims of some assets that were not taken back, whether they have run out or not. */
    @Transactional
    public List<Claim> claims(EnterpriseId enterprise, Collection<String> some) {
        return some.isEmpty()
                ? List.of()
                : claims.of(enterprise, some).stream().map(ClaimRow::claim).toList();
    }

    /** Every claim that was not taken back, whether it has run out or not. */
    @Transactional
    public List<MadeClaim> allClaims(EnterpriseId enterprise) {
        return claims.all(enterprise, MOST_OF_ALL).stream()
                .map(row -> new MadeClaim(row.id(), row.claim(), row.endedBy()))
                .toList();
    }

    /** How many locks hold, or will, by subject: the key of an asset, or a whole type. */
    @Transactional
    public Map<String, Long> lockCounts(EnterpriseId enterprise) {
        return locks.counts(enterprise);
    }

    /** How many of what was counted are about an asset, those about its whole type among them. */
    public static long locksOn(Map<String, Long> counts, String type, String asset) {
        return counts.getOrDefault(asset, 0L) + counts.getOrDefault(ofType(type), 0L);
    }

    static Rules rules(TenantProfile tenant, String type, String asset, RulesDocument document) {
        return new Rules(
                locks(type, asset, document.locks(), tenant.region().stream().toList()),
                document.claims(),
                document.withdrawals(),
                tenant.tenant().jurisdictions());
    }

    private static Locks locks(String type, String asset, List<LockRule> all, Collection<String> above) {
        return new Locks(
                type,
                asset,
                all.stream()
                        .filter(rule -> rule.level() == Level.GLOBAL || above.contains(rule.space()))
                        .toList());
    }

    /**
     * @param type of what it is about
     * @param rule of a space that exists and a target that does
     * @throws Refusal.Invalid if it says too little or too much
     */
    @Transactional
    public UUID lock(EnterpriseId enterprise, UUID actor, String type, LockRule rule) {
        mustSay("reason", rule.reason(), LONGEST_REASON);
        mustSay("decider", rule.decider(), LONGEST_NAME);
        String subject = rule.scope() == LockRule.Scope.TYPE
                ? ofType(rule.target())
                : rule.target().split("/", 2)[0];
        mustBeFewer(locks.of(enterprise, subject).size());
        var row = new LockRow(enterprise, subject, rule, actor);
        locks.add(row);
        Digest after = publish(enterprise, subject);
        decisions.record(
                enterprise,
                new Decided(
                        DecisionKind.LOCK_SET,
                        type,
                        subject,
                        List.of(rule.target()),
                        Map.of(
                                "lock", row.id().toString(),
                                "hold", rule.hold().name(),
                                "space", rule.space(),
                                "since", rule.since().toString(),
                                "graceUntil", rule.graceUntil().toString()),
                        after.hex()),
                actor,
                rule.reason());
        return row.id();
    }

    /** Once more does no harm. @param type of what it is about @throws Refusal.NotFound if there is no such lock */
    @Transactional
    public void lift(EnterpriseId enterprise, UUID actor, String type, UUID lock) {
        LockRow row = locks.hold(enterprise, lock)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("lineage.lock.not-found")));
        if (row.liftedAt().isPresent()) {
            return;
        }
        row.lift(actor, now());
        Digest after = publish(enterprise, row.subject());
        decisions.record(
                enterprise,
                new Decided(
                        DecisionKind.LOCK_LIFTED,
                        type,
                        row.subject(),
                        List.of(row.rule().target()),
                        Map.of("lock", lock.toString()),
                        after.hex()),
                actor,
                "");
    }

    /** @param type of what it is about @throws Refusal.Invalid if it says too little, or has run out already */
    @Transactional
    public UUID claim(EnterpriseId enterprise, String type, Claim claim) {
        mustSay("legalReference", claim.legalReference(), LONGEST_REFERENCE);
        if (!claim.jurisdiction().equals(Claim.EVERYWHERE)
                && !claim.jurisdiction().matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
            throw new Refusal.Invalid("jurisdiction", Message.of("lineage.claim.no-jurisdiction"));
        }
        if (!claim.holdsAt(clock.instant())) {
            throw new Refusal.Invalid("validUntil", Message.of("lineage.claim.in-the-past"));
        }
        mustBeFewer(claims.of(enterprise, claim.asset()).size());
        var row = new ClaimRow(enterprise, claim, now());
        claims.add(row);
        Digest after = publish(enterprise, claim.asset());
        decisions.record(
                enterprise,
                new Decided(
                        DecisionKind.CLAIM_VERIFIED,
                        type,
                        claim.asset(),
                        List.of(textOf(claim)),
                        Map.of(
                                "claim", row.id().toString(),
                                "jurisdiction", claim.jurisdiction(),
                                "validUntil", claim.validUntil().toString()),
                        after.hex()),
                claim.verifiedBy(),
                claim.legalReference());
        return row.id();
    }

    /** Once more does no harm. @param type of what it is about @throws Refusal.NotFound if there is no such claim */
    @Transactional
    public void takeBack(EnterpriseId enterprise, UUID actor, String type, UUID claim) {
        ClaimRow row = claims.hold(enterprise, claim)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("lineage.claim.not-found")));
        if (row.takenBackAt().isPresent()) {
            return;
        }
        row.takeBack(actor, now());
        Digest after = publish(enterprise, row.subject());
        decisions.record(
                enterprise,
                new Decided(
                        DecisionKind.CLAIM_TAKEN_BACK,
                        type,
                        row.subject(),
                        List.of(textOf(row.claim())),
                        Map.of("claim", claim.toString()),
                        after.hex()),
                actor,
                "");
    }

    /**
     * What rests on a law that changes ends with it. A claim that something else ends sooner stays as it is.
     *
     * @param change what is decided
     * @param some ids of claims
     * @return how many there are
     */
    @Transactional
    public int end(EnterpriseId enterprise, UUID actor, String type, LawEnds change, Collection<UUID> some) {
        List<ClaimRow> rows = some.stream()
                .sorted()
                .flatMap(id -> claims.hold(enterprise, id).stream())
                .filter(row -> row.takenBackAt().isEmpty() && row.endedBy().isEmpty())
                .filter(row -> row.claim().validUntil().isAfter(change.at()))
                .toList();
        rows.forEach(row -> row.end(change.id(), change.at()));
        decide(enterprise, actor, type, DecisionKind.CLAIM_ENDED, change, rows);
        return rows.size();
    }

    /** What a change of a law would have ended goes on. @return how many claims there are */
    @Transactional
    public int goOn(EnterpriseId enterprise, UUID actor, String type, LawEnds change) {
        List<ClaimRow> rows = claims.holdEndedBy(enterprise, change.id());
        rows.forEach(ClaimRow::goOn);
        decide(enterprise, actor, type, DecisionKind.CLAIM_GOES_ON, change, rows);
        return rows.size();
    }

    /**
     * What a change of a law has ended in one asset was verified anew, for the text that there is now: each claim that was ended
     * gives way to a new one of the same place and reference.
     *
     * @param validUntil from when on nobody may rely on them
     * @return how many claims there are
     */
    @Transactional
    public int verifyAnew(
            EnterpriseId enterprise, UUID actor, String type, LawEnds change, String asset, Instant validUntil) {
        List<Claim> before = claims.holdEndedBy(enterprise, change.id()).stream()
                .filter(row -> row.subject().equals(asset))
                .map(row -> {
                    row.takeBack(actor, now());
                    return row.claim();
                })
                .toList();
        before.forEach(old -> claim(
                enterprise,
                type,
                new Claim(
                        old.asset(),
                        old.block(),
                        old.field(),
                        old.jurisdiction(),
                        old.legalReference(),
                        actor,
                        validUntil)));
        return before.size();
    }

    private void decide(
            EnterpriseId enterprise, UUID actor, String type, DecisionKind kind, LawEnds change, List<ClaimRow> rows) {
        Map<String, List<ClaimRow>> byAsset =
                rows.stream().collect(Collectors.groupingBy(ClaimRow::subject, TreeMap::new, Collectors.toList()));
        var after = new TreeMap<String, Digest>();
        byAsset.keySet().forEach(asset -> after.put(asset, publish(enterprise, asset)));
        byAsset.forEach((asset, those) -> decisions.record(
                enterprise,
                new Decided(
                        kind,
                        type,
                        asset,
                        those.stream()
                                .map(row -> textOf(row.claim()))
                                .distinct()
                                .toList(),
                        Map.of(
                                "change", change.id().toString(),
                                "claims", String.valueOf(those.size()),
                                "at", change.at().toString()),
                        Objects.requireNonNull(after.get(asset)).hex()),
                actor,
                change.reason()));
    }

    private static String textOf(Claim claim) {
        return claim.block() + "/" + claim.field();
    }

    /** What they name must not be served any more, from their days on. */
    @Transactional
    public void withdraw(EnterpriseId enterprise, String asset, List<Withdrawal> some) {
        List<Withdrawal> there = withdrawals.of(enterprise, asset).stream()
                .map(WithdrawalRow::withdrawal)
                .toList();
        List<Withdrawal> fresh =
                some.stream().filter(each -> !there.contains(each)).toList();
        if (!fresh.isEmpty()) {
            fresh.forEach(each -> withdrawals.add(new WithdrawalRow(enterprise, asset, each)));
            publish(enterprise, asset);
        }
    }

    /** With it, to wherever what it says is shown. @return of all that holds now */
    private Digest publish(EnterpriseId enterprise, String subject) {
        var told = new HashSet<>(Set.of(subject));
        Digest digest = publishOne(enterprise, subject);
        Set<String> next = Set.of(subject);
        while (!next.isEmpty()) {
            next = next.stream()
                    .flatMap(each -> places.stream().flatMap(known -> known.showing(enterprise, each).stream()))
                    .filter(told::add)
                    .collect(Collectors.toCollection(TreeSet::new));
            next.forEach(showing -> publishOne(enterprise, showing));
        }
        return digest;
    }

    private Digest publishOne(EnterpriseId enterprise, String subject) {
        var document = new RulesDocument(
                Stream.concat(
                                locks.of(enterprise, subject).stream().map(LockRow::rule),
                                shownLocks(enterprise, subject).stream())
                        .toList(),
                Stream.concat(
                                claims.of(enterprise, subject).stream().map(ClaimRow::claim),
                                shownClaims(enterprise, subject).stream())
                        .toList(),
                withdrawals.of(enterprise, subject).stream()
                        .map(WithdrawalRow::withdrawal)
                        .toList());
        String written = Definitions.write(document);
        feed.append(enterprise, FeedItem.of(RULES, subject, written));
        return Digest.of(written.getBytes(StandardCharsets.UTF_8));
    }

    /** What rules for all assets of a type are kept under; no key of an asset has a slash in it. */
    static String ofType(String type) {
        return "type/" + type;
    }

    private static void mustSay(String place, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new Refusal.Invalid(
                    place, Message.of("lineage.rule.say-something").with("most", longest));
        }
    }

    private static void mustBeFewer(int there) {
        if (there >= MOST) {
            throw new Refusal.Conflict(Message.of("lineage.rule.too-many").with("most", MOST));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
