package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.content.store.MarketCourseRow;
import org.mangrove.core.content.store.MarketCourseStore;
import org.mangrove.core.content.store.MarketMediaRow;
import org.mangrove.core.content.store.MarketMediaStore;
import org.mangrove.sdk.TenantId;

/**
 * Courses that a market's own plugins bring. They are the tenant's content, lie in its cell, and stay when the plugin goes:
 * what people have learnt remains readable.
 */
@ApplicationScoped
public class MarketCourses {

    @Inject
    MarketCourseStore courses;

    @Inject
    MarketMediaStore media;

    @Inject
    Blobs blobs;

    @Inject
    Clock clock;

    /** @return whether this is new; the same content as before is not */
    @Transactional
    public boolean publish(TenantId tenant, String plugin, CoursePackage course) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<AssetVersion> before =
                courses.findLatest(tenant, course.facts().key()).map(MarketCourseRow::version);
        AssetVersion version = AssetVersion.of(
                course.facts(),
                before.map(AssetVersion::no).orElse(0) + 1,
                course.change(),
                course.effectiveFrom().orElse(now),
                course.blocks());
        if (before.filter(old -> old.digest().equals(version.digest())).isPresent()) {
            return false;
        }
        course.media().forEach((digest, file) -> {
            blobs.put(file.bytes());
            if (media.find(tenant, digest).isEmpty()) {
                media.add(new MarketMediaRow(tenant, digest, file.type()));
            }
        });
        courses.add(new MarketCourseRow(tenant, plugin, version));
        return true;
    }
}
