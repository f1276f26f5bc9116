package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.content.store.MarketMediaRow;
import org.mangrove.core.content.store.MarketMediaStore;
import org.mangrove.core.content.store.MediaCopy;
import org.mangrove.core.content.store.MediaCopyStore;
import org.mangrove.core.localization.Languages;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/**
 * What a tenant's people can learn, as their market has adapted it. Answers come from what the cell holds; the core is never
 * asked.
 *
 * <p>An answer is kept in memory by the version vector of all that it was made of, so that a change is seen at once on every
 * node.
 */
@ApplicationScoped
public class Courses {

    @Inject
    CourseSources sources;

    @Inject
    Endings endings;

    @Inject
    MediaCopyStore media;

    @Inject
    MarketMediaStore marketMedia;

    @Inject
    Blobs blobs;

    @Inject
    Languages languages;

    @Inject
    Clock clock;

    private final KnownAnswers answers = new KnownAnswers();

    /** A file that a course shows. */
    public record CourseMedia(MediaType type, Blobs.Blob blob) {}

    /** All courses of a tenant, in no particular order. */
    @Transactional
    public List<EffectiveCourse> all(TenantProfile tenant, Locale locale) {
        Instant now = clock.instant();
        CourseSources.Held held = sources.of(tenant, now);
        return held.all().stream()
                .map(current -> effective(tenant, held, current, locale, now))
                .filter(EffectiveCourse::isReleased)
                .toList();
    }

    @Transactional
    public Optional<EffectiveCourse> find(TenantProfile tenant, String course, Locale locale) {
        Instant now = clock.instant();
        CourseSources.Held held = sources.of(tenant, now);
        return held.find(course)
                .map(current -> effective(tenant, held, current, locale, now))
                .filter(EffectiveCourse::isReleased);
    }

    /** @throws Refusal.NotFound if the tenant has no such course */
    @Transactional
    public EffectiveCourse must(TenantProfile tenant, String course, Locale locale) {
        return find(tenant, course, locale)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
    }

    /** What some courses from above are made of for a tenant, also where they are not released. */
    @Transactional
    public List<Ground> grounds(TenantProfile tenant, Collection<String> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        CourseSources.Held held = sources.of(tenant, clock.instant());
        return held.all().stream()
                .filter(current -> !current.isMarket() && some.contains(current.course()))
                .map(held::ground)
                .toList();
    }

    /** Which courses come to a tenant from above, and by what one knows whether they are still made of the same. */
    @Transactional
    public List<CourseVector> vectors(TenantProfile tenant) {
        CourseSources.Held held = sources.of(tenant, clock.instant());
        Endings.Known known = endings.of(tenant);
        return held.all().stream()
                .filter(current -> !current.isMarket())
                .map(current -> held.courseVector(current, known))
                .toList();
    }

    /** @throws Refusal.NotFound if no such course comes to the tenant from above */
    @Transactional
    public Ground ground(TenantProfile tenant, String course) {
        CourseSources.Held held = sources.of(tenant, clock.instant());
        return held.find(course)
                .filter(current -> !current.isMarket())
                .map(held::ground)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
    }

    /** The versions of a course that came from above until now, the first one first. */
    @Transactional
    public List<AssetVersion> versions(TenantProfile tenant, String course) {
        CourseSources.Held held = sources.of(tenant, clock.instant());
        return held.find(course)
                .filter(current -> !current.isMarket())
                .map(held::versionsUntil)
                .orElse(List.of());
    }

    /** At which version of a course a market stays, if it does. */
    @Transactional
    public Optional<Pinned> pinned(TenantProfile tenant, String course) {
        CourseSources.Held held = sources.of(tenant, clock.instant());
        return held.find(course).flatMap(held::pinned);
    }

    /** The version that a market's readers have; empty if the market keeps the course as its own. */
    @Transactional
    Optional<Integer> versionToStayWith(TenantProfile tenant, String course) {
        CourseSources.Held held = sources.of(tenant, clock.instant());
        CourseSources.Current current = held.find(course)
                .filter(there -> !there.isMarket())
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
        return Optional.of(current)
                .filter(there -> there.origin() == CourseSources.Origin.CORE)
                .map(there -> there.mark().number());
    }

    /** A file that some course of the tenant shows; empty for every other digest, also if the blob is there. */
    @Transactional
    public Optional<CourseMedia> findMedia(TenantProfile tenant, Digest digest) {
        return media.find(tenant, digest)
                .map(MediaCopy::type)
                .or(() -> marketMedia.find(tenant.tenant().id(), digest).map(MarketMediaRow::type))
                .flatMap(type -> blobs.find(digest).map(blob -> new CourseMedia(type, blob)));
    }

    /** How large the files are that readers of these blocks can take along, by digest. */
    @Transactional
    public Map<String, Long> sizesOfFiles(TenantProfile tenant, List<EffectiveBlock> blocks) {
        return FileSizes.of(
                blocks.stream(),
                digest -> findMedia(tenant, digest).map(file -> file.blob().length()));
    }

    private EffectiveCourse effective(
            TenantProfile tenant, CourseSources.Held held, CourseSources.Current current, Locale locale, Instant now) {
        List<Locale> chain = languages.chain(tenant, locale);
        var key = new KnownAnswers.Key(
                tenant.tenant().id(),
                current.course(),
                current.mark().number(),
                held.vector(current),
                chain,
                tenant.tenant().jurisdictions());
        return answers.of(key, now, () -> {
            Ground ground = held.ground(current);
            return EffectiveCourse.of(ground.version(), ground.overlays(), ground.rules(), chain, now)
                    .until(current.until());
        });
    }
}
