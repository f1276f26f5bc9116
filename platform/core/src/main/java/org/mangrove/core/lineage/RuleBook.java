package org.mangrove.core.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    @Inject
    LockStore locks;

    @Inject
    ClaimStore claims;

    @Inject
    WithdrawalStore withdrawals;

    @Inject
    Feed feed;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    /** A lock rule that holds, or will. */
    public record SetLock(UUID id, LockRule rule) {}

    /** A claim that was not taken back, whether it has run out or not. */
    public record MadeClaim(UUID id, Claim claim) {}

    /** All that is demanded of an asset, the type's among it. */
    public record Entries(
            String type, String asset, List<SetLock> locks, List<MadeClaim> claims, List<Withdrawal> withdrawals) {

        /** What binds a space. A region's locks bind its own markets only. @param above the regions that it stands in */
        public Locks locksBelow(Collection<String> above) {
            return RuleBook.locks(type, asset, locks.stream().map(SetLock::rule).toList(), above);
        }

        /** What a market has to observe. */
        public Rules rulesFor(TenantProfile tenant) {
            return RuleBook.rules(
                    tenant,
                    type,
                    asset,
                    new RulesDocument(
                            locks.stream().map(SetLock::rule).toList(),
                            claims.stream().map(MadeClaim::claim).toList(),
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
                        .map(row -> new MadeClaim(row.id(), row.claim()))
                        .toList(),
                withdrawals.of(enterprise, asset).stream()
                        .map(WithdrawalRow::withdrawal)
                        .toList());
    }

    /** The claims of some assets that were not taken back, whether they have run out or not. */
    @Transactional
    public List<Claim> claims(EnterpriseId enterprise, Collection<String> some) {
        return some.isEmpty()
                ? List.of()
                : claims.of(enterprise, some).stream().map(ClaimRow::claim).toList();
    }

    /** How many locks hold, or will, by subject: the key of an asset, or a whole type. */
    @Transactional
    public Map<String, Long> lockCounts(EnterpriseId enterprise) {
        return locks.counts(enterprise);
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

    /** @return of all that holds now */
    private Digest publish(EnterpriseId enterprise, String subject) {
        var document = new RulesDocument(
                locks.of(enterprise, subject).stream().map(LockRow::rule).toList(),
                claims.of(enterprise, subject).stream().map(ClaimRow::claim).toList(),
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
