package org.mangrove.core.packages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Decision;
import org.mangrove.core.lineage.Drift;
import org.mangrove.core.lineage.Finding;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Resolution;
import org.mangrove.core.lineage.Resolved;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.lineage.Sync;
import org.mangrove.core.lineage.SyncProposal;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * One package as a space has it: which files hold there, where they come from, what the space put in their place, and what waits for
 * somebody. Depends on nothing but what it is made of. What is done to it gives all that the space says afterwards, and writes nothing.
 *
 * @param versions in effect, the first one first; the last one holds
 * @param own what the space itself put in its place
 * @param above what the space would have if it had put nothing in its place
 * @param here what holds in the space, whether it may be shown or not
 * @param from where that comes from
 * @param lock that forbids the space to put anything else in its place from now on
 * @param item what has changed above since the space put something in its place
 * @param found what is to be said of it
 * @param validUntil when time alone makes it another, if it does
 */
public record PackageDesk(
        List<PackageVersion> versions,
        Overlay own,
        Rules rules,
        Variants above,
        Origin aboveFrom,
        Variants here,
        Origin from,
        Optional<LockRule> lock,
        SyncProposal proposal,
        Optional<SyncProposal.Item> item,
        Set<Finding.Kind> found,
        boolean isReleased,
        Instant at,
        Optional<Instant> validUntil) {

    /** Where a package comes from. */
    public enum Origin {
        GLOBAL,
        REGION,
        TENANT
    }

    public PackageDesk {
        versions = List.copyOf(versions);
        found = Set.copyOf(found);
    }

    /**
     * @param versions in effect, the first one first; one at least
     * @param above what spaces between the core and this one say otherwise
     * @param own what this one does; of the level that it stands on
     */
    public static PackageDesk of(
            List<PackageVersion> versions, List<Overlay> above, Overlay own, Rules observed, Instant at) {
        PackageVersion version = versions.getLast();
        Rules rules = observed.allowing(version.blocks(), version.effectiveFrom());
        Resolved fromAbove = Resolution.of(version.blocks(), above, rules, at);
        Resolved here = Resolution.of(
                version.blocks(), Stream.concat(above.stream(), Stream.of(own)).toList(), rules, at);
        SyncProposal proposal = Sync.propose(
                own,
                version.no(),
                new Sync.Above(
                        version.no(),
                        version.change(),
                        List.copyOf(fromAbove.blocks().values())),
                at);
        Origin aboveFrom =
                above.stream().anyMatch(overlay -> isApplied(overlay, fromAbove, at)) ? Origin.REGION : Origin.GLOBAL;
        return new PackageDesk(
                versions,
                own,
                rules,
                variants(fromAbove, version),
                aboveFrom,
                variants(here, version),
                isApplied(own, here, at) ? origin(own) : aboveFrom,
                rules.locks()
                        .binding(own.level(), Adaptation.of(new Change.Clear(Variants.BLOCK, Variants.FIELD), ""), at),
                proposal,
                proposal.items().stream().findFirst(),
                found(here, own.space()),
                here.isReleased(),
                at,
                Stream.of(here.validUntil(), fromAbove.validUntil())
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo));
    }

    private static Variants variants(Resolved resolved, PackageVersion version) {
        return Optional.ofNullable(resolved.blocks().get(Variants.BLOCK))
                .flatMap(block -> Variants.of(block.find(Variants.FIELD)))
                .orElse(version.variants());
    }

    private static Origin origin(Overlay overlay) {
        return switch (overlay.level()) {
            case GLOBAL -> Origin.GLOBAL;
            case REGION -> Origin.REGION;
            case TENANT -> Origin.TENANT;
        };
    }

    private static boolean isApplied(Overlay overlay, Resolved resolved, Instant at) {
        return ours(overlay, at).isPresent()
                && found(resolved, overlay.space()).stream()
                        .noneMatch(kind -> kind == Finding.Kind.WITHHELD || kind == Finding.Kind.OUTLAWED);
    }

    private static Optional<Adaptation> ours(Overlay overlay, Instant at) {
        return overlay.adaptations().stream()
                .filter(adaptation -> adaptation.holdsAt(at))
                .filter(adaptation -> adaptation.change().subject().equals(Variants.SUBJECT))
                .findFirst();
    }

    private static Set<Finding.Kind> found(Resolved resolved, String space) {
        return resolved.findings().stream()
                .filter(finding ->
                        finding.space().equals(space) || finding.space().isEmpty())
                .map(Finding::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Finding.Kind.class)));
    }

    public PackageVersion version() {
        return versions.getLast();
    }

    public String slug() {
        return version().slug();
    }

    /** What the space put in its place, whether it holds or not. */
    public Optional<Adaptation> ours() {
        return ours(own, at);
    }

    /** The files of that. */
    public Optional<Variants> said() {
        return ours().flatMap(adaptation -> adaptation.change() instanceof Change.Set set
                ? Variants.of(Optional.of(set.value()))
                : Optional.empty());
    }

    /** The files that were above when the space put its own in their place. */
    public Optional<Variants> base() {
        return ours().flatMap(adaptation -> Variants.of(adaptation.base()));
    }

    /** Kept and not served: a lock forbids it. */
    public boolean isWithheld() {
        return found.contains(Finding.Kind.WITHHELD);
    }

    public boolean isInGrace() {
        return found.contains(Finding.Kind.IN_GRACE);
    }

    /** Kept and not served: it was put in the place of what the law does not allow any more. */
    public boolean isOutlawed() {
        return found.contains(Finding.Kind.OUTLAWED);
    }

    /** Not verified for the law here, or not any more. */
    public boolean isUnverified() {
        return found.contains(Finding.Kind.UNVERIFIED);
    }

    /** Nothing is served before the market has put its own in its place. */
    public boolean isToLocalize() {
        return found.contains(Finding.Kind.TO_LOCALIZE);
    }

    /** Whether it is another package above than the one that the space replaced. Nothing of a package is joined, so somebody decides. */
    public boolean hasChangedAbove() {
        return item.filter(changed -> !(changed.effect() instanceof SyncProposal.Effect.Equal))
                .isPresent();
    }

    /** Whether somebody has to look at it. */
    public boolean waits() {
        return hasChangedAbove() || isWithheld() || isOutlawed() || isInGrace() || isToLocalize() || isUnverified();
    }

    /** What somebody gets who wants the languages of the chain in this order; empty if nothing may be served here. */
    public Optional<Variants.Variant> effective(List<Locale> chain) {
        return isReleased ? Optional.of(here.in(chain)) : Optional.empty();
    }

    /** The versions that have changed what the space replaced, since it last looked. */
    public List<PackageVersion> behind() {
        if (!hasChangedAbove()) {
            return List.of();
        }
        Optional<Variants> seen = base();
        var behind = new ArrayList<PackageVersion>();
        for (PackageVersion each : versions) {
            boolean isAsSeen = seen.filter(each.variants()::equals).isPresent();
            boolean isNews = behind.isEmpty() || !behind.getLast().variants().equals(each.variants());
            if (isAsSeen) {
                behind.clear();
            } else if (isNews) {
                behind.add(each);
            }
        }
        return behind;
    }

    /** The strongest change after a version; empty if there was none. */
    public Optional<ChangeClass> strongestSince(int no) {
        return versions.stream()
                .filter(each -> each.no() > no)
                .map(PackageVersion::change)
                .max(ChangeClass::compareTo);
    }

    public int drift() {
        return new Drift(
                        behind().stream().map(PackageVersion::change).toList(),
                        hasChangedAbove() || isOutlawed() ? 1 : 0,
                        0,
                        rules.expired(at))
                .points();
    }

    /** @throws Refusal.Conflict if somebody else has written since */
    private void mustBeSeen(int seen) {
        if (own.revision() != seen) {
            throw new Refusal.Conflict(Message.of("packages.changed-meanwhile"));
        }
    }

    /**
     * Puts other files in its place, as a whole.
     *
     * @throws Refusal.Invalid if they are those from above, or if a lock forbids it
     */
    public List<Adaptation> replacing(int seen, Variants variants, Terms terms) {
        mustBeSeen(seen);
        mustNotBeLocked();
        if (ours().isEmpty() && above.equals(variants)) {
            throw new Refusal.Invalid("variants", Message.of("packages.same"));
        }
        return List.of(terms.adaptation(new Change.Set(Variants.BLOCK, Variants.FIELD, variants.field()))
                .basedOn(Optional.of(above.field())));
    }

    private void mustNotBeLocked() {
        lock.ifPresent(rule -> {
            throw new Refusal.Invalid(
                    "variants",
                    Message.of("packages.locked").with("reason", rule.reason()).with("decider", rule.decider()));
        });
    }

    /**
     * Stays with what the space put in its place, having looked at what is above now.
     *
     * @throws Refusal.Conflict if nothing has changed above
     */
    public List<Adaptation> keeping(int seen, String reason, UUID by) {
        mustBeSeen(seen);
        SyncProposal.Item changed =
                item.orElseThrow(() -> new Refusal.Conflict(Message.of("packages.nothing-to-decide")));
        return Sync.settle(
                        own,
                        proposal.only(List.of(changed)),
                        Map.of(
                                Variants.SUBJECT,
                                new Decision(
                                        new Decision.Choice.Keep(),
                                        by,
                                        at,
                                        Terms.of(reason).reason())))
                .overlay()
                .adaptations();
    }

    /** Goes back to what an earlier revision had put in its place, against what is above now. */
    public List<Adaptation> restoring(int seen, List<Adaptation> earlier, String reason) {
        mustBeSeen(seen);
        Terms.of(reason);
        if (!earlier.isEmpty()) {
            mustNotBeLocked();
        }
        if (earlier.equals(own.adaptations())) {
            throw new Refusal.Conflict(Message.of("packages.same"));
        }
        return earlier;
    }

    /** Gives its own up for what is above. @throws Refusal.Conflict if it has none */
    public List<Adaptation> givingUp(int seen, String reason) {
        mustBeSeen(seen);
        Terms.of(reason);
        if (ours().isEmpty()) {
            throw new Refusal.Conflict(Message.of("packages.nothing-of-ours"));
        }
        return List.of();
    }
}
