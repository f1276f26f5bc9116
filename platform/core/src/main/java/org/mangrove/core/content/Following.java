package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mangrove.core.content.store.AssetStore;
import org.mangrove.core.content.store.AssetVersionRow;
import org.mangrove.core.content.store.AssetVersionStore;
import org.mangrove.core.content.store.ReuseRow;
import org.mangrove.core.content.store.ReuseStore;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/**
 * Courses that go along with what they show. What has changed above becomes a version of their own, of the same class of change and through
 * the same gates, so that cells, overlays, claims and learners know nothing of it but one more version.
 */
@ApplicationScoped
public class Following {

    private static final int AT_ONCE = 50;

    @Inject
    AssetStore assets;

    @Inject
    AssetVersionStore versions;

    @Inject
    ReuseStore store;

    @Inject
    Reuses reuses;

    @Inject
    Publishing publishing;

    /** What has to be looked at, since there is a newer version of something that it shows. */
    @Transactional
    public List<String> due(EnterpriseId enterprise) {
        return store.due(enterprise, AT_ONCE);
    }

    /**
     * Takes over what has changed. Done twice it is done once.
     *
     * @return whether that made a version
     * @throws Refusal.Invalid if something cannot be shown any more, or a gate has something against it
     */
    @Transactional
    public boolean follow(EnterpriseId enterprise, String course) {
        // Held first, so that two nodes see what the other has done.
        AssetVersion newest = assets.hold(enterprise, course)
                .flatMap(versions::findLatest)
                .map(AssetVersionRow::version)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
        List<Cause> causes = store.in(enterprise, course).stream()
                .filter(row -> !row.source().equals(course))
                .map(row -> cause(enterprise, row))
                .toList();
        mustBeNone(
                course,
                causes.stream().flatMap(cause -> cause.outlawed().stream()).toList());
        Map<String, Reuse> pins = causes.stream()
                .flatMap(cause -> cause.pin(reuses.sources(enterprise)).stream())
                .collect(Collectors.toMap(Pin::block, Pin::reuse));
        Expansion expansion = reuses.expanded(
                enterprise,
                course,
                newest.facts().languages(),
                newest.blocks().stream()
                        .map(block -> Optional.ofNullable(pins.get(block.id()))
                                .map(pin -> pin.on(block))
                                .orElse(block))
                        .toList());
        mustBeNone(course, expansion.flaws());
        CourseFacts facts = expansion.crediting(newest.facts(), newest.blocks());
        if (expansion.blocks().equals(newest.blocks()) && facts.equals(newest.facts())) {
            causes.forEach(cause -> cause.row().look(newest(enterprise, cause.row())));
            return false;
        }
        List<AssetVersionRow> changes =
                causes.stream().flatMap(cause -> cause.changes().stream()).toList();
        return publishing
                .follow(
                        enterprise,
                        changes.stream()
                                .max(Comparator.comparing(AssetVersionRow::publishedAt))
                                .map(AssetVersionRow::publishedBy)
                                .orElse(Mandate.OPERATOR),
                        course,
                        changes.stream()
                                .map(change -> change.version().effectiveFrom())
                                .max(Comparator.naturalOrder())
                                .orElse(Instant.EPOCH),
                        same -> new Amended(
                                facts,
                                expansion.blocks(),
                                changes.stream()
                                        .map(change -> change.version().change())
                                        .max(Comparator.naturalOrder())
                                        .orElse(ChangeClass.COSMETIC)))
                .isNew();
    }

    /** The newest versions of what a course shows, by the course that says it. */
    @Transactional
    public Map<String, Integer> newest(EnterpriseId enterprise, String course) {
        return store.in(enterprise, course).stream()
                .filter(row -> !row.source().equals(course))
                .collect(Collectors.toMap(ReuseRow::source, row -> newest(enterprise, row), Math::min));
    }

    /**
     * What could not be followed waits for somebody, or for a newer version.
     *
     * @param seen the newest versions before it was tried: what was published since is tried, too
     */
    @Transactional
    public void hold(EnterpriseId enterprise, String course, Map<String, Integer> seen) {
        store.in(enterprise, course)
                .forEach(row -> Optional.ofNullable(seen.get(row.source())).ifPresent(row::hold));
    }

    /** To what a block is pinned from now on. */
    private record Pin(String block, Reuse reuse) {}

    /**
     * What has become of what a block shows since it was looked at last.
     *
     * @param changes the versions in which it became another; of what is pinned, those that the law demanded
     * @param isOutlawed whether the last of them has taken it out because of the law
     */
    private record Cause(ReuseRow row, List<AssetVersionRow> changes, boolean isOutlawed) {

        /** Nobody but a person can say what stands in its place. */
        Optional<Expansion.Flaw> outlawed() {
            return isOutlawed
                    ? Optional.of(new Expansion.Flaw(
                            row.block(),
                            Message.of("content.reuse.outlawed")
                                    .with("course", row.source())
                                    .with("block", row.sourceBlock())))
                    : Optional.empty();
        }

        /** What is pinned stays against everything but the law. */
        Optional<Pin> pin(ReuseSources sources) {
            return row.isPinned() && !changes.isEmpty()
                    ? sources.at(
                                    row.source(),
                                    row.sourceBlock(),
                                    changes.getLast().version().no())
                            .map(source ->
                                    new Pin(row.block(), Reuse.of(row.source(), source.block(), Reuse.Way.PINNED)))
                    : Optional.empty();
        }
    }

    private Cause cause(EnterpriseId enterprise, ReuseRow row) {
        List<AssetVersionRow> since = assets.find(enterprise, row.source())
                .map(asset -> versions.since(asset, row.looked()))
                .orElse(List.of());
        var changes = new ArrayList<AssetVersionRow>();
        boolean isOutlawed = false;
        Optional<Block> before = Optional.empty();
        for (AssetVersionRow one : since) {
            AssetVersion version = one.version();
            Optional<Block> said = version.find(row.sourceBlock());
            boolean isNew = version.no() > row.looked();
            boolean isRegulatory = version.change() == ChangeClass.REGULATORY;
            if (isNew && said.isPresent() && !said.equals(before) && (isRegulatory || !row.isPinned())) {
                changes.add(one);
            }
            isOutlawed = said.isEmpty() && (isOutlawed || isNew && isRegulatory && before.isPresent());
            before = said;
        }
        return new Cause(row, List.copyOf(changes), isOutlawed);
    }

    private static void mustBeNone(String course, List<Expansion.Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw new Refusal.Invalid(
                    Message.of("content.publishing.refused")
                            .with("course", course)
                            .with("count", flaws.size()),
                    flaws.stream()
                            .map(flaw -> new Refusal.Detail(
                                    flaw.block(), flaw.reason(), Message.of("content.reuse.open-in-editor")))
                            .toList());
        }
    }

    private int newest(EnterpriseId enterprise, ReuseRow row) {
        return assets.find(enterprise, row.source())
                .flatMap(versions::findLatest)
                .map(latest -> latest.version().no())
                .orElse(0);
    }
}
