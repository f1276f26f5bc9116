package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.mangrove.core.lineage.Finding;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** The global core's masters, as authors and governors look at them. */
@ApplicationScoped
public class Masters {

    private static final int MOST = 500;
    private static final int MOST_VERSIONS = 100;

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
    RuleBook rules;

    @Inject
    Instance<VersionCredits> credits;

    @Inject
    Retirements retirements;

    @Inject
    TenantRegister register;

    @Inject
    Blobs blobs;

    @Inject
    Clock clock;

    /**
     * A master at a glance.
     *
     * @param overlays what spaces change in it
     * @param daysToReview below zero once the day has passed
     * @param retirement if it is given up
     */
    public record Summary(
            AssetVersion version,
            Text title,
            List<Overlay> overlays,
            long daysToReview,
            Optional<Retirement> retirement) {}

    /** A version as it was published. */
    public record Release(AssetVersion version, Instant publishedAt) {}

    /**
     * A market that has the course.
     *
     * @param region empty if it stands directly below GLOBAL
     */
    public record Market(String slug, Map<Locale, String> names, Optional<String> region, List<Finding> findings) {}

    /** A version that can be written as files. */
    public record Exported(AssetVersion version, PackageWriter writer, PackageWriter.Bytes bytes) {}

    /** @param id of the version, by which the next ones are found */
    public record Newest(UUID id, Candidate candidate, Instant publishedAt) {}

    /**
     * A master in full.
     *
     * @param retirement if it is given up
     * @param credits to whom versions are owed, by their number
     */
    public record Master(
            Release current,
            Text title,
            List<Release> releases,
            List<Overlay> overlays,
            List<Market> markets,
            Optional<Retirement> retirement,
            Map<Integer, List<String>> credits) {}

    @Transactional
    public List<Summary> all(EnterpriseId enterprise, List<Locale> chain) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, List<Overlay>> byCourse = overlays.all(enterprise, MOST).stream()
                .map(OverlayRow::overlay)
                .collect(Collectors.groupingBy(Overlay::asset));
        Map<String, Retirement> retired = retirements.all(enterprise);
        return versions.latest(enterprise, MOST).stream()
                .map(AssetVersionRow::version)
                .map(version -> new Summary(
                        version,
                        title(version, chain),
                        byCourse.getOrDefault(version.key(), List.of()),
                        ChronoUnit.DAYS.between(today, version.facts().reviewDue()),
                        Optional.ofNullable(retired.get(version.key()))))
                .sorted(Comparator.comparing(summary -> summary.version().key()))
                .toList();
    }

    /** @throws Refusal.NotFound if the enterprise has no such master */
    @Transactional
    public Master must(EnterpriseId enterprise, String course, List<Locale> chain) {
        Asset asset = mustHave(enterprise, course);
        List<Release> releases = versions.of(asset, MOST_VERSIONS).stream()
                .map(row -> new Release(row.version(), row.publishedAt()))
                .toList();
        List<Overlay> changes =
                overlays.of(asset).stream().map(OverlayRow::overlay).toList();
        AssetVersion newest = releases.getFirst().version();
        RuleBook.Entries observed = rules.of(enterprise, AssetVersion.TYPE, course);
        List<Market> markets = register.tenantsOf(enterprise).stream()
                .map(tenant -> market(newest, changes, observed, tenant, chain))
                .toList();
        return new Master(
                releases.getFirst(),
                title(newest, chain),
                releases,
                changes,
                markets,
                retirements.find(enterprise, course),
                credits(enterprise, course));
    }

    private Map<Integer, List<String>> credits(EnterpriseId enterprise, String course) {
        var all = new TreeMap<Integer, List<String>>();
        credits.forEach(each -> each.of(enterprise, course)
                .forEach((version, names) ->
                        all.computeIfAbsent(version, first -> new ArrayList<>()).addAll(names)));
        return all;
    }

    /** What is published under this key at present. */
    @Transactional
    public Optional<AssetVersion> findCurrent(EnterpriseId enterprise, String course) {
        return assets.find(enterprise, course).flatMap(versions::findLatest).map(AssetVersionRow::version);
    }

    /** What was published under this key and number. */
    @Transactional
    public Optional<AssetVersion> findVersion(EnterpriseId enterprise, String course, int number) {
        return assets.find(enterprise, course)
                .flatMap(asset -> versions.find(asset, number))
                .map(AssetVersionRow::version);
    }

    /** The ids of all blocks that the course has or once had: none of them may be of another block. */
    @Transactional
    public Set<String> blockIds(EnterpriseId enterprise, String course) {
        return assets.find(enterprise, course)
                .map(asset -> blocks.of(asset).stream().map(BlockRow::slug).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** A version as a market would get it now; without a market, as it is. */
    @Transactional
    public EffectiveCourse preview(
            EnterpriseId enterprise, String course, int number, Optional<String> market, List<Locale> chain) {
        AssetVersion version = findVersion(enterprise, course, number)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
        return preview(enterprise, version, market, chain);
    }

    /** What a market would get now if this were published. */
    @Transactional
    public EffectiveCourse preview(
            EnterpriseId enterprise, AssetVersion version, Optional<String> market, List<Locale> chain) {
        List<Overlay> changes = assets.find(enterprise, version.key())
                .map(asset ->
                        overlays.of(asset).stream().map(OverlayRow::overlay).toList())
                .orElse(List.of());
        return register.tenantsOf(enterprise).stream()
                .filter(tenant -> market.filter(tenant.tenant().slug()::equals).isPresent())
                .findFirst()
                .map(tenant -> EffectiveCourse.of(
                        version,
                        regionThenTenant(changes, tenant),
                        rules.of(enterprise, AssetVersion.TYPE, version.key()).rulesFor(tenant),
                        chain,
                        clock.instant()))
                .orElseGet(() -> EffectiveCourse.of(version, List.of(), chain, clock.instant()));
    }

    /** The newest version as files that another installation takes; what the markets change in it stays with them. */
    @Transactional
    public Exported export(EnterpriseId enterprise, String course) {
        AssetVersion version = versions.findLatest(mustHave(enterprise, course))
                .map(AssetVersionRow::version)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
        return new Exported(
                version,
                new PackageWriter(
                        version.facts(),
                        version.change(),
                        version.blocks(),
                        digest -> media.find(enterprise, digest)
                                .map(MediaRow::type)
                                .orElseThrow(
                                        () -> new IllegalStateException("Nobody knows what blob " + digest + " is"))),
                this::copy);
    }

    private void copy(Digest digest, OutputStream to) throws IOException {
        Blobs.Blob blob =
                blobs.find(digest).orElseThrow(() -> new IllegalStateException("Blob " + digest + " is not there"));
        Files.copy(blob.file(), to);
    }

    /**
     * The newest versions of all masters, some at a time, with what is known of their files and when they were published.
     *
     * @param after the last one of those before; empty at the beginning
     */
    @Transactional
    public List<Newest> newest(EnterpriseId enterprise, Optional<UUID> after, int most) {
        return versions.latest(enterprise, after, most).stream()
                .map(row -> new Newest(
                        row.id(),
                        Candidate.of(row.version(), digest -> media.find(enterprise, digest)),
                        row.publishedAt()))
                .toList();
    }

    /** When the first of all masters was published; empty if there is none. */
    @Transactional
    public Optional<Instant> begunAt(EnterpriseId enterprise) {
        return versions.findFirst(enterprise).map(AssetVersionRow::publishedAt);
    }

    /** A file that some master or overlay of the enterprise shows. */
    @Transactional
    public Optional<Courses.CourseMedia> findMedia(EnterpriseId enterprise, Digest digest) {
        return media.find(enterprise, digest)
                .flatMap(row -> blobs.find(digest).map(blob -> new Courses.CourseMedia(row.type(), blob)));
    }

    /** How large the files are that can be taken along from these sections, by digest. */
    @Transactional
    public Map<String, Long> sizesOfFiles(EnterpriseId enterprise, List<EffectiveSection> sections) {
        return FileSizes.of(
                sections.stream().flatMap(section -> section.blocks().stream()),
                digest -> findMedia(enterprise, digest).map(file -> file.blob().length()));
    }

    /** The newest version, with what is known of its files. */
    @Transactional
    public Optional<Candidate> findNewest(EnterpriseId enterprise, String course) {
        return assets.find(enterprise, course)
                .flatMap(versions::findLatest)
                .map(AssetVersionRow::version)
                .map(version -> Candidate.of(version, digest -> media.find(enterprise, digest)));
    }

    private Market market(
            AssetVersion version,
            List<Overlay> changes,
            RuleBook.Entries observed,
            TenantProfile tenant,
            List<Locale> chain) {
        EffectiveCourse course = EffectiveCourse.of(
                version, regionThenTenant(changes, tenant), observed.rulesFor(tenant), chain, clock.instant());
        return new Market(tenant.tenant().slug(), tenant.names(), tenant.region(), course.findings());
    }

    private static List<Overlay> regionThenTenant(List<Overlay> changes, TenantProfile tenant) {
        var applied = new ArrayList<Overlay>();
        for (Overlay overlay : changes) {
            boolean ofRegion = overlay.level() == Level.REGION
                    && tenant.region().filter(overlay.space()::equals).isPresent();
            boolean own = overlay.level() == Level.TENANT
                    && overlay.space().equals(tenant.tenant().slug());
            if (ofRegion || own) {
                applied.add(overlay);
            }
        }
        applied.sort(Comparator.comparing(Overlay::level));
        return applied;
    }

    private Asset mustHave(EnterpriseId enterprise, String course) {
        return assets.find(enterprise, course)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
    }

    /** What a course is called, for readers of these languages. */
    public static Text title(AssetVersion version, List<Locale> chain) {
        return version.blocks()
                .getFirst()
                .find("title")
                .map(field -> field.in(chain))
                .orElse(new Text(version.key(), Locale.ROOT));
    }
}
