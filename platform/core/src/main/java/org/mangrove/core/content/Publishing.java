package org.mangrove.core.content;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.store.Asset;
import org.mangrove.core.content.store.AssetStore;
import org.mangrove.core.content.store.AssetVersionRow;
import org.mangrove.core.content.store.AssetVersionStore;
import org.mangrove.core.content.store.BlockRow;
import org.mangrove.core.content.store.BlockStore;
import org.mangrove.core.content.store.MediaRow;
import org.mangrove.core.content.store.MediaStore;
import org.mangrove.core.content.store.OverlayRow;
import org.mangrove.core.content.store.OverlayStore;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Bases;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Locks;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Resolution;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.lineage.Withdrawal;
import org.mangrove.core.publication.Feed;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/**
 * Publishes courses from the global core to the markets.
 *
 * <p>What equals what is there is not published again: the same package twice makes one version.
 */
@ApplicationScoped
public class Publishing {

    /** What a feed entry with a version is called. */
    static final String COURSE_VERSION = "content.course-version";

    /** What a feed entry with an overlay is called. */
    static final String COURSE_OVERLAY = "content.course-overlay";

    @Inject
    AssetStore assets;

    @Inject
    AssetVersionStore versions;

    @Inject
    BlockStore blocks;

    @Inject
    OverlayStore overlays;

    @Inject
    MediaStore media;

    @Inject
    Blobs blobs;

    @Inject
    RuleBook rules;

    @Inject
    TenantRegister register;

    @Inject
    Feed feed;

    @Inject
    Instance<PublishingGate> gates;

    @Inject
    Event<VersionPublished> versionPublished;

    @Inject
    DecisionLog decisions;

    @Inject
    Reuses reuses;

    @Inject
    Clock clock;

    /**
     * What came of a package.
     *
     * @param no the version that holds now
     * @param isNew whether it was made by this publication
     * @param changedOverlays the spaces whose overlay changed
     */
    public record Published(String course, int no, boolean isNew, List<String> changedOverlays) {}

    /**
     * @param actor who publishes it
     * @throws Refusal.Invalid if an overlay is of a space that the enterprise does not have, or a block has become another
     *     kind of block; with all details, if a gate has something against it
     */
    @Transactional
    public Published publish(EnterpriseId enterprise, UUID actor, CoursePackage course) {
        return publish(enterprise, Mandate.own(actor), course);
    }

    /** The same, on a ground that the gates look into. */
    @Transactional
    public Published publish(EnterpriseId enterprise, Mandate by, CoursePackage course) {
        UUID actor = by.actor();
        Map<String, Level> levels = levels(enterprise);
        for (String space : course.overlays().keySet()) {
            if (!levels.containsKey(space)) {
                throw new Refusal.Invalid(
                        "overlays/" + space + ".yaml",
                        Message.of("content.overlay.unknown-space").with("space", space));
            }
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store(enterprise, course);

        Asset asset = assets.hold(enterprise, course.facts().key()).orElseGet(() -> {
            var fresh = new Asset(enterprise, course.facts(), now);
            assets.add(fresh);
            return fresh;
        });
        asset.follow(course.facts());
        Optional<AssetVersion> before = versions.findLatest(asset).map(AssetVersionRow::version);
        AssetVersion version = next(before, course, now);
        boolean isNew = before.filter(version::equals).isEmpty();
        if (isNew) {
            release(enterprise, by, asset, before, Candidate.of(version, course), now);
        }
        return new Published(
                version.key(),
                version.no(),
                isNew,
                publishOverlays(enterprise, by, course, asset, version, levels, now));
    }

    /**
     * Publishes the newest version of a course once more, with something mended in it. What it shows is there already.
     *
     * @param how gets the newest version, which nobody publishes anew meanwhile; it may refuse
     * @throws Refusal.NotFound if the enterprise has no such master
     * @throws Refusal.Invalid with all details, if a gate has something against it
     * @throws Refusal.Conflict if a file that it shows is lost, or something is mended in it that another course says
     */
    @Transactional
    public Published amend(EnterpriseId enterprise, UUID actor, String course, Function<AssetVersion, Amended> how) {
        return again(enterprise, Mandate.mending(actor), course, Instant.EPOCH, before -> {
            Amended amended = how.apply(before);
            amended.blocks().stream()
                    .filter(block ->
                            before.find(block.id()).filter(block::equals).isEmpty())
                    .forEach(Reuses::mustBeOwn);
            return amended;
        });
    }

    /**
     * Publishes the newest version of a course once more, with what its reused blocks show by now.
     *
     * @param earliest when that takes the place of what was shown before
     * @throws Refusal.Invalid with all details, if a gate has something against it
     */
    Published follow(
            EnterpriseId enterprise, UUID actor, String course, Instant earliest, Function<AssetVersion, Amended> how) {
        return again(enterprise, Mandate.own(actor), course, earliest, how);
    }

    private Published again(
            EnterpriseId enterprise, Mandate by, String course, Instant earliest, Function<AssetVersion, Amended> how) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Asset asset = assets.hold(enterprise, course).orElseThrow(Publishing::unknown);
        AssetVersion before =
                versions.findLatest(asset).map(AssetVersionRow::version).orElseThrow(Publishing::unknown);
        Amended amended = how.apply(before);
        Instant effective = Stream.of(before.effectiveFrom(), earliest, now)
                .max(Comparator.naturalOrder())
                .orElse(now);
        AssetVersion version =
                AssetVersion.of(amended.facts(), before.no() + 1, amended.change(), effective, amended.blocks());
        boolean isNew = !before.digest().equals(version.digest());
        if (isNew) {
            asset.follow(amended.facts());
            mustHaveFiles(version);
            release(
                    enterprise,
                    by,
                    asset,
                    Optional.of(before),
                    Candidate.of(version, digest -> media.find(enterprise, digest)),
                    now);
        }
        return new Published(course, isNew ? version.no() : before.no(), isNew, List.of());
    }

    /** No cell can take what shows a file that nobody has any more, nor anything after it. */
    private void mustHaveFiles(AssetVersion version) {
        for (String digest : Candidate.filesOf(version)) {
            if (!isWhole(new Digest(digest))) {
                throw new Refusal.Conflict(Message.of("content.publishing.file-lost"));
            }
        }
    }

    private boolean isWhole(Digest digest) {
        try {
            return blobs.find(digest).isPresent();
        } catch (IllegalStateException otherBytes) {
            return false;
        }
    }

    private static Refusal.NotFound unknown() {
        return new Refusal.NotFound(Message.of("content.course.not-found"));
    }

    private void release(
            EnterpriseId enterprise,
            Mandate by,
            Asset asset,
            Optional<AssetVersion> before,
            Candidate candidate,
            Instant now) {
        AssetVersion version = candidate.version();
        mustPass(enterprise, by, candidate);
        claimBlocks(asset, version);
        List<Withdrawal> withdrawn = before.filter(old -> version.change() == ChangeClass.REGULATORY)
                .map(old -> Outlawed.by(version, history(asset)))
                .orElse(List.of());
        rules.withdraw(enterprise, version.key(), withdrawn);
        versions.add(new AssetVersionRow(asset, version, by.actor(), now));
        reuses.keep(enterprise, version);
        feed.append(
                enterprise,
                FeedItem.of(COURSE_VERSION, version.key() + "/" + version.no(), payload(candidate))
                        .withBlobs(Candidate.filesOf(version)));
        decisions.record(enterprise, published(version, withdrawn.size()), by.actor(), "");
        versionPublished.fire(new VersionPublished(enterprise, version));
    }

    private List<AssetVersion> history(Asset asset) {
        return versions.since(asset, 1).stream().map(AssetVersionRow::version).toList();
    }

    private void mustPass(EnterpriseId enterprise, Mandate by, Candidate candidate) {
        mustBeNone(
                candidate.version().key(),
                gates.stream()
                        .flatMap(gate -> gate.judge(enterprise, by, candidate).stream())
                        .toList());
    }

    private static void mustBeNone(String course, List<Refusal.Detail> objections) {
        if (!objections.isEmpty()) {
            throw new Refusal.Invalid(
                    Message.of("content.publishing.refused")
                            .with("course", course)
                            .with("count", objections.size()),
                    objections);
        }
    }

    private static Decided published(AssetVersion version, int withdrawn) {
        return new Decided(
                DecisionKind.VERSION_PUBLISHED,
                AssetVersion.TYPE,
                version.key(),
                List.of(),
                Map.of(
                        "version", String.valueOf(version.no()),
                        "change", version.change().name(),
                        "effectiveFrom", version.effectiveFrom().toString(),
                        "withdrawn", String.valueOf(withdrawn)),
                version.digest().hex());
    }

    private static Decided published(Overlay overlay) {
        return new Decided(
                DecisionKind.OVERLAY_PUBLISHED,
                AssetVersion.TYPE,
                overlay.asset(),
                List.of(),
                Map.of("space", overlay.space(), "revision", String.valueOf(overlay.revision())),
                overlay.digest().hex());
    }

    private static AssetVersion next(Optional<AssetVersion> before, CoursePackage course, Instant now) {
        int no = before.map(AssetVersion::no).orElse(0) + 1;
        AssetVersion version = AssetVersion.of(
                course.facts(), no, course.change(), course.effectiveFrom().orElse(now), course.blocks());
        return before.filter(old -> old.digest().equals(version.digest())).orElse(version);
    }

    private List<String> publishOverlays(
            EnterpriseId enterprise,
            Mandate by,
            CoursePackage course,
            Asset asset,
            AssetVersion version,
            Map<String, Level> levels,
            Instant now) {
        Map<String, Overlay> there = overlays.of(asset).stream()
                .map(OverlayRow::overlay)
                .collect(Collectors.toMap(Overlay::space, overlay -> overlay));
        Map<String, String> regions = new TreeMap<>();
        register.tenantsOf(enterprise)
                .forEach(tenant -> tenant.region()
                        .ifPresent(region -> regions.put(tenant.tenant().slug(), region)));

        RuleBook.Entries observed = rules.of(enterprise, AssetVersion.TYPE, version.key());
        var changed = new ArrayList<String>();
        var current = new TreeMap<>(there);
        for (Level level : Level.values()) {
            for (var entry : course.overlays().entrySet()) {
                String space = entry.getKey();
                if (levels.get(space) != level) {
                    continue;
                }
                List<Overlay> above = Optional.ofNullable(regions.get(space))
                        .map(current::get)
                        .map(List::of)
                        .orElse(List.of());
                Optional<Overlay> before = Optional.ofNullable(there.get(space));
                int revision = before.map(Overlay::revision).orElse(0) + 1;
                Overlay overlay = Overlay.of(
                        version.key(), space, level, revision, based(version, above, entry.getValue(), before, now));
                mustBeOpen(
                        observed.locksBelow(
                                Optional.ofNullable(regions.get(space)).stream().toList()),
                        overlay,
                        before,
                        now);
                if (before.filter(old -> old.digest().equals(overlay.digest())).isEmpty()) {
                    mustBeNone(
                            version.key(),
                            gates.stream()
                                    .flatMap(gate -> gate.judgeOverlay(enterprise, by, version.key(), space).stream())
                                    .toList());
                    current.put(space, overlay);
                    overlays.add(new OverlayRow(asset, overlay, version.no(), by.actor(), now));
                    List<String> shown = mediaOf(overlay);
                    feed.append(
                            enterprise,
                            FeedItem.of(
                                            COURSE_OVERLAY,
                                            version.key() + "/" + space,
                                            payload(LineageJson.of(overlay), course.media(), shown))
                                    .withBlobs(shown));
                    decisions.record(enterprise, published(overlay), by.actor(), "");
                    changed.add(space);
                }
            }
        }
        return changed;
    }

    /** Each override learns what it overrides: the master as the region above has changed it. */
    private static List<Adaptation> based(
            AssetVersion version,
            List<Overlay> above,
            List<Adaptation> written,
            Optional<Overlay> before,
            Instant now) {
        Map<String, Block> blocks = Resolution.of(
                        version.blocks(), above, Rules.none(AssetVersion.TYPE, version.key()), now)
                .blocks();
        return Bases.of(written, blocks, before);
    }

    /** What was changed before a lock came stays in its grace; what is changed now is refused. */
    private static void mustBeOpen(Locks locks, Overlay overlay, Optional<Overlay> before, Instant now) {
        for (Adaptation adaptation : overlay.adaptations()) {
            boolean wasThere =
                    before.filter(old -> old.adaptations().contains(adaptation)).isPresent();
            if (!wasThere) {
                locks.binding(overlay.level(), adaptation, now).ifPresent(lock -> {
                    throw new Refusal.Invalid(
                            "overlays/" + overlay.space() + ".yaml",
                            Message.of("content.overlay.locked")
                                    .with("target", target(adaptation.change()))
                                    .with("reason", lock.reason()));
                });
            }
        }
    }

    private static String target(Change change) {
        return change.field().isEmpty() ? change.block() : change.block() + "/" + change.field();
    }

    /** The spaces of the enterprise that may have overlays. */
    private Map<String, Level> levels(EnterpriseId enterprise) {
        var levels = new TreeMap<String, Level>();
        for (TenantProfile tenant : register.tenantsOf(enterprise)) {
            levels.put(tenant.tenant().slug(), Level.TENANT);
            tenant.region().ifPresent(region -> levels.put(region, Level.REGION));
        }
        return levels;
    }

    private void store(EnterpriseId enterprise, CoursePackage course) {
        course.media().forEach((digest, file) -> {
            blobs.put(file.bytes());
            if (media.find(enterprise, digest).isEmpty()) {
                media.add(new MediaRow(enterprise, digest, file.type(), file.bytes().length));
            }
        });
    }

    private void claimBlocks(Asset asset, AssetVersion version) {
        Map<String, String> kinds = blocks.of(asset).stream().collect(Collectors.toMap(BlockRow::slug, BlockRow::kind));
        for (Block block : version.blocks()) {
            String kind = kinds.get(block.id());
            if (kind == null) {
                blocks.add(new BlockRow(asset, block, version.no()));
            } else if (!kind.equals(block.kind().name())) {
                throw new Refusal.Invalid(
                        "course.yaml",
                        Message.of("content.version.block-kind-changed").with("block", block.id()));
            }
        }
    }

    private static String payload(Candidate candidate) {
        var types = new TreeMap<String, String>();
        candidate
                .files()
                .forEach((digest, file) -> types.put(digest, file.type().type()));
        return CanonicalJson.write(ContentJson.withMedia(ContentJson.of(candidate.version()), types));
    }

    private static String payload(JsonNode content, Map<Digest, CoursePackage.Media> media, List<String> shown) {
        var types = new TreeMap<String, String>();
        media.forEach((digest, file) -> {
            if (shown.contains(digest.hex())) {
                types.put(digest.hex(), file.type().type());
            }
        });
        return CanonicalJson.write(ContentJson.withMedia(content, types));
    }

    private static List<String> mediaOf(List<Block> blocks) {
        var digests = new TreeSet<String>();
        blocks.forEach(block -> block.fields().forEach((path, field) -> digests.addAll(mediaIn(path, field))));
        return List.copyOf(digests);
    }

    private static List<String> mediaOf(Overlay overlay) {
        var digests = new TreeSet<String>();
        for (Adaptation adaptation : overlay.adaptations()) {
            switch (adaptation.change()) {
                case Change.Set(String block, String path, Field value) -> digests.addAll(mediaIn(path, value));
                case Change.InsertAfter(String anchor, List<String> trail, Block inserted) ->
                    digests.addAll(mediaOf(List.of(inserted)));
                case Change.Clear clear -> {}
                case Change.Hide hide -> {}
                case Change.Move move -> {}
            }
        }
        return List.copyOf(digests);
    }

    private static Set<String> mediaIn(String path, Field field) {
        if (!CourseFields.isMedia(path)) {
            return Set.of();
        }
        return switch (field) {
            case Field.Neutral(String text) -> Set.of(text);
            case Field.Worded(Map<String, String> words) -> Set.copyOf(words.values());
        };
    }
}
