package org.mangrove.core.content;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Finding;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Resolution;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.lineage.Text;

/**
 * A course as a reader of one market gets it.
 *
 * @param validUntil when it must be worked out anew; empty if time alone does not change it
 * @param isReleased whether the market may show it: it has said what it must say itself, and the course as a whole is verified
 * @param digest of all that the reader gets; a certificate names it
 */
public record EffectiveCourse(
        CourseFacts facts,
        int version,
        Text title,
        Text summary,
        List<EffectiveSection> sections,
        Optional<Instant> validUntil,
        List<Finding> findings,
        boolean isReleased,
        Digest digest) {

    public EffectiveCourse {
        sections = List.copyOf(sections);
        findings = List.copyOf(findings);
    }

    /**
     * Works out what a reader gets. Depends on nothing but its arguments.
     *
     * @param regionThenTenant overlays, the later ones win
     * @param chain languages in the order in which the reader wants them
     * @param at which adaptations have not expired
     */
    public static EffectiveCourse of(
            AssetVersion version, List<Overlay> regionThenTenant, List<Locale> chain, Instant at) {
        return of(version, regionThenTenant, Rules.none(AssetVersion.TYPE, version.key()), chain, at);
    }

    /** The same where locks, claims and the law have a say. */
    public static EffectiveCourse of(
            AssetVersion version, List<Overlay> regionThenTenant, Rules rules, List<Locale> chain, Instant at) {
        return new CourseShape(version, Resolution.of(version.blocks(), regionThenTenant, rules, at), chain).course();
    }

    /** The same, to be worked out anew at that time at the latest. */
    EffectiveCourse until(Optional<Instant> other) {
        Optional<Instant> earlier =
                Stream.concat(validUntil.stream(), other.stream()).min(Comparator.naturalOrder());
        return new EffectiveCourse(facts, version, title, summary, sections, earlier, findings, isReleased, digest);
    }

    public String key() {
        return facts.key();
    }

    /** All that a reader works through, in order. */
    public Stream<EffectiveBlock> steps() {
        return sections.stream().flatMap(section -> section.blocks().stream());
    }

    public Optional<EffectiveBlock> findBlock(String id) {
        return steps().filter(block -> block.id().equals(id)).findFirst();
    }

    public Optional<EffectiveSection> findSection(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    public List<EffectiveBlock> questions() {
        return steps().filter(block -> block.kind().isQuestion()).toList();
    }
}
