package org.mangrove.core.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LocalAct;
import org.mangrove.core.lineage.LocalOverlays;
import org.mangrove.core.lineage.LocalRevision;
import org.mangrove.core.lineage.MarketRules;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.policy.store.PolicyOverlayCopy;
import org.mangrove.core.policy.store.PolicyOverlayCopyStore;
import org.mangrove.core.policy.store.PolicyVersionCopy;
import org.mangrove.core.policy.store.PolicyVersionCopyStore;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;

/** The policies of a market: what holds there, and what it says itself. Worked out of what the cell holds; the core is never asked. */
@ApplicationScoped
public class MarketPolicies {

    private static final int MOST_AHEAD = 50;

    @Inject
    PolicyBook book;

    @Inject
    PolicyVersionCopyStore versions;

    @Inject
    PolicyOverlayCopyStore regions;

    @Inject
    LocalOverlays overlays;

    @Inject
    MarketRules rules;

    @Inject
    Event<PolicySaid> said;

    @Inject
    Clock clock;

    /** Who writes where, and what they have seen. @param person of the tenant */
    public record Writing(TenantProfile tenant, UUID person, String policy, int seen) {}

    /**
     * What holds in a market.
     *
     * @param figures by subject
     * @param digest of the figures
     * @param validUntil when time alone makes it another, if it does
     */
    public record InForce(Map<String, String> figures, Digest digest, Optional<Instant> validUntil) {

        static InForce of(Map<String, String> figures, Optional<Instant> validUntil) {
            var sorted = new TreeMap<>(figures);
            return new InForce(sorted, Digest.of(sorted.toString().getBytes(StandardCharsets.UTF_8)), validUntil);
        }

        /** A figure that is a number. */
        public int number(String subject) {
            return Integer.parseInt(figures.getOrDefault(subject, ""));
        }
    }

    @Transactional
    public List<PolicyDesk> all(TenantProfile tenant) {
        return book.all().stream().map(definition -> desk(tenant, definition)).toList();
    }

    /** @throws Refusal.NotFound if there is no such policy */
    @Transactional
    public PolicyDesk desk(TenantProfile tenant, String slug) {
        return desk(tenant, book.must(slug));
    }

    @Transactional
    public InForce inForce(TenantProfile tenant, String slug) {
        PolicyDesk desk = desk(tenant, slug);
        Stream<Instant> next = versions.ahead(tenant, slug, clock.instant(), MOST_AHEAD).stream()
                .map(copy -> copy.version().effectiveFrom());
        return InForce.of(
                desk.figures(), Stream.concat(desk.validUntil().stream(), next).min(Instant::compareTo));
    }

    /** The latest act first. */
    @Transactional
    public List<LocalRevision> history(TenantProfile tenant, String slug) {
        return overlays.history(tenant, PolicyDefinition.TYPE, book.must(slug).asset());
    }

    private PolicyDesk desk(TenantProfile tenant, PolicyDefinition definition) {
        Instant now = now();
        PolicyVersion version = versions.findInEffect(tenant, definition.slug(), now)
                .map(PolicyVersionCopy::version)
                .orElseGet(() -> PolicyBook.unpublished(definition, Map.of(), now));
        return PolicyDesk.of(
                definition,
                version,
                regions.ofRegion(tenant, definition.asset()).map(PolicyOverlayCopy::overlay).stream()
                        .toList(),
                overlays.of(tenant, PolicyDefinition.TYPE)
                        .overlay(definition.asset())
                        .orElseGet(() ->
                                Overlay.of(definition.asset(), tenant.tenant().slug(), Level.TENANT, 0, List.of())),
                rules.of(tenant).rules(PolicyDefinition.TYPE, definition.asset()),
                now);
    }

    /**
     * Says a figure in the market's own way.
     *
     * @throws Refusal.Invalid if it cannot be, if it says nothing new, if a lock forbids it, or if it demands less than it may
     * @throws Refusal.Conflict if somebody else has written since
     */
    @Transactional
    public void say(Writing by, String subject, String value, Terms terms) {
        PolicyDesk desk = desk(by.tenant(), by.policy());
        boolean hasChangedAbove =
                desk.find(subject).filter(row -> row.item().isPresent()).isPresent();
        write(
                by,
                desk,
                hasChangedAbove ? LocalAct.EDITED : LocalAct.CHANGED,
                subject,
                terms.reason(),
                desk.saying(by.seen(), subject, value, terms, now()));
    }

    /** Stays with what the market says, having looked at what is above now. */
    @Transactional
    public void keep(Writing by, String subject, String reason) {
        PolicyDesk desk = desk(by.tenant(), by.policy());
        write(by, desk, LocalAct.KEPT, subject, reason, desk.keeping(by.seen(), subject, reason, by.person(), now()));
    }

    /** Gives up what the market says for what is above. What was given up stays among the revisions. */
    @Transactional
    public void giveUp(Writing by, String subject, String reason) {
        PolicyDesk desk = desk(by.tenant(), by.policy());
        boolean hasChangedAbove =
                desk.find(subject).filter(row -> row.item().isPresent()).isPresent();
        write(
                by,
                desk,
                hasChangedAbove ? LocalAct.ACCEPTED : LocalAct.TAKEN_BACK,
                subject,
                reason,
                desk.givingUp(by.seen(), subject, reason));
    }

    private void write(
            Writing by, PolicyDesk desk, LocalAct act, String subject, String reason, List<Adaptation> adaptations) {
        overlays.write(
                by.tenant(),
                PolicyDefinition.TYPE,
                desk.definition().asset(),
                by.seen(),
                adaptations,
                new LocalOverlays.Act(act, List.of(subject), reason, Optional.of(by.person())));
        said.fire(new PolicySaid(by.tenant().tenant().id()));
    }

    /** What headquarters is told: figures, and none of the market's words. */
    @Transactional
    public Tiding tiding(TenantProfile tenant) {
        return new Tiding(
                MarketFiguresReader.TYPE, tenant.tenant().slug(), Definitions.write(MarketFigures.of(all(tenant))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
