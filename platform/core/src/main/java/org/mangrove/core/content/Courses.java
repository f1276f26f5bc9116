package org.mangrove.core.content;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.content.store.MarketCourseStore;
import org.mangrove.core.content.store.MarketMediaRow;
import org.mangrove.core.content.store.MarketMediaStore;
import org.mangrove.core.content.store.MediaCopy;
import org.mangrove.core.content.store.MediaCopyStore;
import org.mangrove.core.content.store.OverlayCopyStore;
import org.mangrove.core.content.store.OverlayMark;
import org.mangrove.core.content.store.VersionCopyStore;
import org.mangrove.core.content.store.VersionMark;
import org.mangrove.core.lineage.MarketRules;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.localization.Languages;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/**
 * What a tenant's people can learn, as their market has adapted it. Answers come from what the cell holds; the core is never
 * asked.
 *
 * <p>Which versions and overlays there are is read each time; what they say is kept in memory by that version vector, so that
 * a change is seen at once on every node.
 */
@ApplicationScoped
public class Courses {

    private static final int MOST_MARKS = 2_000;
    private static final int MOST_DOCUMENTS = 400;
    private static final int MOST_ANSWERS = 2_000;

    @Inject
    VersionCopyStore versions;

    @Inject
    OverlayCopyStore overlays;

    @Inject
    MarketCourseStore marketCourses;

    @Inject
    MediaCopyStore media;

    @Inject
    MarketMediaStore marketMedia;

    @Inject
    Blobs blobs;

    @Inject
    MarketRules rules;

    @Inject
    Languages languages;

    @Inject
    Clock clock;

    private final Cache<DocumentKey, AssetVersion> versionDocuments =
            Caffeine.newBuilder().maximumSize(MOST_DOCUMENTS).build();
    private final Cache<DocumentKey, Overlay> overlayDocuments =
            Caffeine.newBuilder().maximumSize(MOST_DOCUMENTS).build();
    private final Cache<AnswerKey, EffectiveCourse> answers =
            Caffeine.newBuilder().maximumSize(MOST_ANSWERS).build();

    /** A document of an enterprise or of a tenant, by what it says. */
    private record DocumentKey(int owner, boolean isTenant, int number, String digest) {}

    private record AnswerKey(
            TenantId tenant,
            String course,
            int number,
            List<String> vector,
            List<Locale> chain,
            List<String> jurisdictions) {}

    /** Which version holds now, whose it is, and until when. */
    private record Current(VersionMark mark, boolean isMarket, Optional<Instant> until) {}

    /** What comes to the tenant's courses from the spaces above, and from the tenant itself. */
    private record Above(List<OverlayMark> overlays, MarketRules.Known rules) {}

    /** A file that a course shows. */
    public record CourseMedia(MediaType type, Blobs.Blob blob) {}

    /** All courses of a tenant, in no particular order. */
    @Transactional
    public List<EffectiveCourse> all(TenantProfile tenant, Locale locale) {
        Instant now = clock.instant();
        var above = new Above(overlays.marks(tenant), rules.of(tenant));
        return current(tenant, now).values().stream()
                .map(current -> effective(tenant, current, above, locale, now))
                .filter(EffectiveCourse::isReleased)
                .toList();
    }

    @Transactional
    public Optional<EffectiveCourse> find(TenantProfile tenant, String course, Locale locale) {
        Instant now = clock.instant();
        return Optional.ofNullable(current(tenant, now).get(course))
                .map(current ->
                        effective(tenant, current, new Above(overlays.marks(tenant), rules.of(tenant)), locale, now))
                .filter(EffectiveCourse::isReleased);
    }

    /** @throws Refusal.NotFound if the tenant has no such course */
    @Transactional
    public EffectiveCourse must(TenantProfile tenant, String course, Locale locale) {
        return find(tenant, course, locale)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
    }

    /** A file that some course of the tenant shows; empty for every other digest, also if the blob is there. */
    @Transactional
    public Optional<CourseMedia> findMedia(TenantProfile tenant, Digest digest) {
        return media.find(tenant, digest)
                .map(MediaCopy::type)
                .or(() -> marketMedia.find(tenant.tenant().id(), digest).map(MarketMediaRow::type))
                .flatMap(type -> blobs.find(digest).map(blob -> new CourseMedia(type, blob)));
    }

    private Map<String, Current> current(TenantProfile tenant, Instant now) {
        var current = new LinkedHashMap<String, Current>();
        add(current, versions.marks(tenant, MOST_MARKS), false, now);
        add(current, marketCourses.marks(tenant.tenant().id(), MOST_MARKS), true, now);
        return current;
    }

    /** Of each course the highest version that is in effect, valid until the next one is. The core's courses come first. */
    private static void add(Map<String, Current> current, List<VersionMark> marks, boolean isMarket, Instant now) {
        for (VersionMark mark : marks) {
            Current before = current.get(mark.course());
            if (before != null && before.isMarket() != isMarket) {
                continue;
            }
            if (!mark.effectiveFrom().isAfter(now)) {
                current.put(mark.course(), new Current(mark, isMarket, Optional.empty()));
            } else if (before != null && before.until().isEmpty()) {
                current.put(mark.course(), new Current(before.mark(), isMarket, Optional.of(mark.effectiveFrom())));
            }
        }
    }

    private EffectiveCourse effective(TenantProfile tenant, Current current, Above above, Locale locale, Instant now) {
        String course = current.mark().course();
        List<OverlayMark> own = current.isMarket()
                ? List.of()
                : above.overlays().stream()
                        .filter(mark -> mark.course().equals(course))
                        .sorted(Comparator.comparing(
                                mark -> mark.space().equals(tenant.tenant().slug())))
                        .toList();
        List<Locale> chain = languages.chain(tenant, locale);
        var key = new AnswerKey(
                tenant.tenant().id(),
                course,
                current.mark().number(),
                vector(current, own, above),
                chain,
                tenant.tenant().jurisdictions());
        EffectiveCourse known = answers.getIfPresent(key);
        if (known != null
                && known.validUntil().filter(until -> !until.isAfter(now)).isEmpty()) {
            return known;
        }
        var applied = new ArrayList<Overlay>();
        own.forEach(mark -> applied.add(overlay(tenant, mark)));
        Rules observed = current.isMarket()
                ? Rules.none(AssetVersion.TYPE, course)
                : above.rules().rules(AssetVersion.TYPE, course);
        EffectiveCourse effective = EffectiveCourse.of(version(tenant, current), applied, observed, chain, now)
                .until(current.until());
        answers.put(key, effective);
        return effective;
    }

    private static List<String> vector(Current current, List<OverlayMark> own, Above above) {
        return Stream.of(
                        Stream.of(current.mark().digest()),
                        own.stream().map(OverlayMark::digest),
                        above.rules().vector(AssetVersion.TYPE, current.mark().course()).stream())
                .flatMap(digests -> digests)
                .toList();
    }

    private AssetVersion version(TenantProfile tenant, Current current) {
        VersionMark mark = current.mark();
        if (current.isMarket()) {
            return kept(
                    versionDocuments,
                    new DocumentKey(tenant.tenant().id().number(), true, mark.number(), mark.digest()),
                    () -> marketCourses
                            .find(tenant.tenant().id(), mark.id())
                            .orElseThrow()
                            .version());
        }
        return kept(
                versionDocuments,
                new DocumentKey(tenant.enterprise().number(), false, mark.number(), mark.digest()),
                () -> versions.find(tenant, mark.id()).orElseThrow().version());
    }

    private Overlay overlay(TenantProfile tenant, OverlayMark mark) {
        return kept(
                overlayDocuments,
                new DocumentKey(tenant.enterprise().number(), false, 0, mark.digest()),
                () -> overlays.find(tenant, mark.id()).orElseThrow().overlay());
    }

    /** Reads outside the cache's own locks, since reading needs a connection and may fail. */
    private static <K, V> V kept(Cache<K, V> cache, K key, Supplier<V> read) {
        V known = cache.getIfPresent(key);
        if (known != null) {
            return known;
        }
        V fresh = read.get();
        cache.put(key, fresh);
        return fresh;
    }
}
