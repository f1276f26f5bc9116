package org.mangrove.core.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.TenantArchives;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LocalAct;
import org.mangrove.core.lineage.LocalOverlays;
import org.mangrove.core.lineage.LocalRevision;
import org.mangrove.core.lineage.MarketRules;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.packages.store.MarketFileRow;
import org.mangrove.core.packages.store.MarketFileStore;
import org.mangrove.core.packages.store.PackageFileCopy;
import org.mangrove.core.packages.store.PackageFileCopyStore;
import org.mangrove.core.packages.store.PackageOverlayCopy;
import org.mangrove.core.packages.store.PackageOverlayCopyStore;
import org.mangrove.core.packages.store.PackageVersionCopy;
import org.mangrove.core.packages.store.PackageVersionCopyStore;
import org.mangrove.core.policy.DeadlinesPolicy;
import org.mangrove.core.policy.MarketPolicies;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/**
 * The packages of a market: which holds there, and what it has put in its place. Worked out of what the cell holds; the core is never
 * asked.
 */
@ApplicationScoped
public class MarketPackages {

    private static final int MOST_VERSIONS = 5_000;
    private static final int MOST_FILES = 500;

    @Inject
    PackageVersionCopyStore versions;

    @Inject
    PackageOverlayCopyStore regions;

    @Inject
    PackageFileCopyStore files;

    @Inject
    MarketFileStore ownFiles;

    @Inject
    LocalOverlays overlays;

    @Inject
    MarketRules rules;

    @Inject
    MarketPolicies policies;

    @Inject
    Blobs blobs;

    @Inject
    TenantArchives archives;

    @Inject
    Event<PackageSaid> said;

    @Inject
    Clock clock;

    /** Who writes where, and what they have seen. @param person of the tenant */
    public record Writing(TenantProfile tenant, UUID person, String slug, int seen) {}

    /** A package as a market has it. @param due until when somebody should have decided, if anything waits since a version */
    public record Held(PackageDesk desk, Optional<Instant> due) {}

    /** An archive that is there. @param file what is known of it */
    public record Archive(PackageFile file, Blobs.Blob blob) {}

    /** By slug. */
    @Transactional
    public List<Held> all(TenantProfile tenant) {
        Instant now = now();
        Map<String, List<PackageVersion>> bySlug = versions.inEffect(tenant, now, MOST_VERSIONS).stream()
                .map(PackageVersionCopy::version)
                .collect(Collectors.groupingBy(PackageVersion::slug, TreeMap::new, Collectors.toList()));
        return bySlug.values().stream()
                .map(some -> held(tenant, desk(tenant, some, now)))
                .toList();
    }

    /** @throws Refusal.NotFound if there is no such package */
    @Transactional
    public Held must(TenantProfile tenant, String slug) {
        return held(tenant, desk(tenant, slug));
    }

    /** @throws Refusal.NotFound if there is no such package */
    @Transactional
    public PackageDesk desk(TenantProfile tenant, String slug) {
        Instant now = now();
        List<PackageVersion> some = versions.inEffect(tenant, slug, now, MOST_VERSIONS).stream()
                .map(PackageVersionCopy::version)
                .toList();
        if (some.isEmpty()) {
            throw new Refusal.NotFound(Message.of("packages.not-found"));
        }
        return desk(tenant, some, now);
    }

    private PackageDesk desk(TenantProfile tenant, List<PackageVersion> inEffect, Instant at) {
        List<PackageVersion> inOrder = inEffect.stream()
                .sorted(Comparator.comparingInt(PackageVersion::no))
                .toList();
        String asset = inOrder.getLast().asset();
        return PackageDesk.of(
                inOrder,
                regions.ofRegion(tenant, asset).map(PackageOverlayCopy::overlay).stream()
                        .toList(),
                overlays.of(tenant, PackageVersion.TYPE)
                        .overlay(asset)
                        .orElseGet(() -> Overlay.of(asset, tenant.tenant().slug(), Level.TENANT, 0, List.of())),
                rules.of(tenant).rules(PackageVersion.TYPE, asset),
                at);
    }

    private Held held(TenantProfile tenant, PackageDesk desk) {
        List<PackageVersion> behind = desk.behind();
        if (behind.isEmpty()) {
            return new Held(desk, Optional.empty());
        }
        MarketPolicies.InForce deadlines = policies.inForce(tenant, DeadlinesPolicy.SLUG);
        return new Held(
                desk,
                behind.stream()
                        .map(version -> version.effectiveFrom()
                                .atOffset(ZoneOffset.UTC)
                                .plus(Period.ofDays(deadlines.number(DeadlinesPolicy.decide(version.change()))))
                                .toInstant())
                        .min(Comparator.naturalOrder()));
    }

    /** The latest act first. */
    @Transactional
    public List<LocalRevision> history(TenantProfile tenant, String slug) {
        return overlays.history(tenant, PackageVersion.TYPE, PackageVersion.asset(slug));
    }

    /** What the market has brought itself; the latest first. */
    @Transactional
    public List<PackageFile> ownFiles(TenantProfile tenant) {
        return ownFiles.all(tenant.tenant().id(), MOST_FILES).stream()
                .map(MarketFileRow::file)
                .toList();
    }

    /** Looks through what somebody brings, and stores its bytes; what may be large is read once, and in no transaction. */
    public PackageFile take(TenantProfile tenant, BroughtPackage brought) {
        return brought.take(stream -> archives.put(tenant.tenant().id(), stream));
    }

    /** Keeps it, so that it can be put in the place of a package. The same once more is the one that is there. */
    @Transactional
    public PackageFile keep(TenantProfile tenant, PackageFile file) {
        TenantId id = tenant.tenant().id();
        return ownFiles.find(id, file.digest()).map(MarketFileRow::file).orElseGet(() -> {
            ownFiles.add(new MarketFileRow(id, file, now()));
            return file;
        });
    }

    /** A file that the market may use: its own, or one that has come down to it. */
    @Transactional
    public Optional<PackageFile> findFile(TenantProfile tenant, Digest digest) {
        return ownFiles.find(tenant.tenant().id(), digest)
                .map(MarketFileRow::file)
                .or(() -> files.find(tenant, digest).map(PackageFileCopy::file));
    }

    /** The same with its bytes. */
    @Transactional
    public Optional<Archive> findArchive(TenantProfile tenant, Digest digest) {
        TenantId id = tenant.tenant().id();
        Optional<Archive> own = ownFiles.find(id, digest)
                .flatMap(row -> archives.find(id, digest).map(blob -> new Archive(row.file(), blob)));
        return own.or(() -> files.find(tenant, digest)
                .flatMap(copy -> blobs.find(digest).map(blob -> new Archive(copy.file(), blob))));
    }

    /**
     * Puts other files in the place of a package, as a whole.
     *
     * @throws Refusal.Invalid if it may not, or if they are not there
     * @throws Refusal.Conflict if somebody else has written since
     */
    @Transactional
    public void replace(Writing by, Map<String, Digest> variants, Terms terms) {
        if (variants.isEmpty()) {
            throw new Refusal.Invalid("variants", Message.of("packages.no-variant"));
        }
        for (Digest digest : variants.values()) {
            if (findFile(by.tenant(), digest).isEmpty()) {
                throw new Refusal.Invalid("variants", Message.of("packages.no-such-file"));
            }
        }
        PackageDesk desk = desk(by.tenant(), by.slug());
        write(
                by,
                desk.hasChangedAbove() ? LocalAct.EDITED : LocalAct.CHANGED,
                terms.reason(),
                desk.replacing(by.seen(), Variants.of(variants), terms));
    }

    /** Stays with its own, having looked at what is above now. */
    @Transactional
    public void keepOurs(Writing by, String reason) {
        write(by, LocalAct.KEPT, reason, desk(by.tenant(), by.slug()).keeping(by.seen(), reason, by.person()));
    }

    /** Gives its own up for what is above. What was given up stays among the revisions. */
    @Transactional
    public void giveUp(Writing by, String reason) {
        PackageDesk desk = desk(by.tenant(), by.slug());
        write(
                by,
                desk.hasChangedAbove() ? LocalAct.ACCEPTED : LocalAct.TAKEN_BACK,
                reason,
                desk.givingUp(by.seen(), reason));
    }

    /** Goes back to what held after an earlier act; 0 is before the first. */
    @Transactional
    public void restore(Writing by, int revision, String reason) {
        PackageDesk desk = desk(by.tenant(), by.slug());
        List<Adaptation> earlier = revision == 0
                ? List.of()
                : overlays.after(by.tenant(), PackageVersion.TYPE, PackageVersion.asset(by.slug()), revision)
                        .map(Overlay::adaptations)
                        .orElseThrow(() -> new Refusal.NotFound(Message.of("packages.no-such-revision")));
        write(by, LocalAct.RESTORED, reason, desk.restoring(by.seen(), earlier, reason));
    }

    private void write(Writing by, LocalAct act, String reason, List<Adaptation> adaptations) {
        overlays.write(
                by.tenant(),
                PackageVersion.TYPE,
                PackageVersion.asset(by.slug()),
                by.seen(),
                adaptations,
                new LocalOverlays.Act(act, List.of(Variants.SUBJECT), reason, Optional.of(by.person())));
        said.fire(new PackageSaid(by.tenant().tenant().id()));
    }

    /** What headquarters is told: digests and days, and none of the market's words. */
    @Transactional
    public Tiding tiding(TenantProfile tenant) {
        return new Tiding(
                MarketStandsReader.TYPE,
                tenant.tenant().slug(),
                Definitions.write(MarketStands.of(all(tenant).stream()
                        .collect(Collectors.toMap(
                                held -> held.desk().slug(), held -> MarketStands.of(held.desk(), held.due()))))));
    }

    /** When time alone makes any of them another, if it does. */
    @Transactional
    public Optional<Instant> validUntil(TenantProfile tenant) {
        return all(tenant).stream()
                .flatMap(held -> Stream.of(held.desk().validUntil()).flatMap(Optional::stream))
                .min(Comparator.naturalOrder());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
