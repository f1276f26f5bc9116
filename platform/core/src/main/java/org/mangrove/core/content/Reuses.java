package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.store.Asset;
import org.mangrove.core.content.store.AssetStore;
import org.mangrove.core.content.store.AssetVersionRow;
import org.mangrove.core.content.store.AssetVersionStore;
import org.mangrove.core.content.store.MediaStore;
import org.mangrove.core.content.store.ReuseRow;
import org.mangrove.core.content.store.ReuseStore;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.lineage.ShownPlaces;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** Blocks that show what others say: where they take it from, and where it is shown. */
@ApplicationScoped
public class Reuses implements ShownPlaces {

    private static final int MOST = 500;

    @Inject
    AssetStore assets;

    @Inject
    AssetVersionStore versions;

    @Inject
    MediaStore media;

    @Inject
    Blobs blobs;

    @Inject
    ReuseStore store;

    @Inject
    RuleBook rules;

    /**
     * That a block of a master is shown in a course.
     *
     * @param source the key of the master that says it
     * @param version of the source, whose words it shows
     * @param held the version of the source that could not be followed by itself; 0 if there is none
     */
    public record Use(
            String source, String sourceBlock, String course, String block, boolean isPinned, int version, int held) {}

    /** What the masters of an enterprise say. */
    public ReuseSources sources(EnterpriseId enterprise) {
        return new Published(enterprise);
    }

    /** @throws Refusal.Invalid names the file and line of the first thing that is wrong, among it what it shows and is not here */
    @Transactional
    public CoursePackage read(EnterpriseId enterprise, CourseFiles files) {
        return CoursePackage.read(files, sources(enterprise));
    }

    /** Blocks of a course as they would be published now. */
    @Transactional
    public Expansion expanded(EnterpriseId enterprise, String course, List<Locale> languages, List<Block> blocks) {
        return blocks.stream().allMatch(block -> Reuse.of(block).isEmpty())
                ? new Expansion(blocks, List.of(), Map.of())
                : Expansion.of(course, languages, blocks, sources(enterprise));
    }

    @Transactional
    public Optional<ShownSource> find(EnterpriseId enterprise, Reuse reuse) {
        return sources(enterprise).find(reuse);
    }

    /** Where what a master says is shown, block by block; its own pages among it. */
    @Transactional
    public List<Use> usesOf(EnterpriseId enterprise, String source) {
        return store.of(enterprise, source, MOST).stream().map(Reuses::use).toList();
    }

    /** What a master shows that others say. */
    @Transactional
    public List<Use> usedIn(EnterpriseId enterprise, String course) {
        return store.in(enterprise, course).stream().map(Reuses::use).toList();
    }

    /** What was held is tried again. */
    @Transactional
    public void tryAgain(EnterpriseId enterprise, String course) {
        store.in(enterprise, course).forEach(ReuseRow::letGo);
    }

    /** @throws Refusal.Conflict if the block shows what is said elsewhere, where it would be lost with the next version */
    public static void mustBeOwn(Block block) {
        Reuse.of(block).ifPresent(reuse -> {
            throw new Refusal.Conflict(Message.of("content.reuse.said-elsewhere")
                    .with("course", reuse.course())
                    .with("block", reuse.block()));
        });
    }

    /** Writes down what a version that is published shows. */
    void keep(EnterpriseId enterprise, AssetVersion version) {
        Set<ShownPlaces.Shown> before = places(enterprise, version.key());
        store.deleteIn(enterprise, version.key());
        keepAnew(enterprise, version);
        // Locks and verifications of what is shown come along, before what is shown does.
        if (!places(enterprise, version.key()).equals(before)) {
            rules.shownAnew(enterprise, version.key());
        }
    }

    private Set<ShownPlaces.Shown> places(EnterpriseId enterprise, String course) {
        return Set.copyOf(in(enterprise, course));
    }

    @Override
    @Transactional
    public List<ShownPlaces.Shown> in(EnterpriseId enterprise, String asset) {
        return store.in(enterprise, asset).stream()
                .map(row -> new ShownPlaces.Shown(row.block(), row.source(), row.sourceBlock()))
                .toList();
    }

    @Override
    @Transactional
    public Set<String> showing(EnterpriseId enterprise, String asset) {
        return Set.copyOf(store.showing(enterprise, asset));
    }

    private void keepAnew(EnterpriseId enterprise, AssetVersion version) {
        List<Block> reused = version.blocks().stream()
                .filter(block -> Reuse.of(block).isPresent())
                .toList();
        if (reused.isEmpty()) {
            return;
        }
        Map<String, Block> now =
                expanded(enterprise, version.key(), version.facts().languages(), version.blocks()).blocks().stream()
                        .collect(Collectors.toMap(Block::id, block -> block));
        for (Block block : reused) {
            Reuse reuse = Reuse.of(block).orElseThrow();
            Optional<ShownSource> source = find(enterprise, reuse);
            // What was published between reading and publishing was not looked at.
            boolean isNewest = block.equals(now.get(block.id()));
            store.add(new ReuseRow(
                    enterprise,
                    reuse.course(),
                    reuse.block(),
                    version.key(),
                    block.id(),
                    reuse.isPinned(),
                    source.map(ShownSource::no).orElse(0),
                    isNewest
                            ? source.map(reuse.isPinned() ? ShownSource::no : ShownSource::newest)
                                    .orElse(0)
                            : 0));
        }
    }

    private static Use use(ReuseRow row) {
        return new Use(
                row.source(), row.sourceBlock(), row.course(), row.block(), row.isPinned(), row.shown(), row.held());
    }

    private final class Published implements ReuseSources {

        private final EnterpriseId enterprise;

        Published(EnterpriseId enterprise) {
            this.enterprise = enterprise;
        }

        @Override
        public Optional<ShownSource> find(Reuse reuse) {
            return assets.find(enterprise, reuse.course())
                    .flatMap(asset -> versions.findLatest(asset)
                            .map(AssetVersionRow::version)
                            .flatMap(newest -> IntStream.iterate(newest.no(), no -> no > 0, no -> no - 1)
                                    .mapToObj(no -> no == newest.no() ? Optional.of(newest) : version(asset, no))
                                    .flatMap(Optional::stream)
                                    .flatMap(version -> said(version, newest, reuse.block()).stream())
                                    .filter(source -> reuse.says()
                                            .filter(says -> !says.equals(Reuse.digestOf(source.block())))
                                            .isEmpty())
                                    .findFirst()));
        }

        @Override
        public Optional<ShownSource> at(String course, String block, int version) {
            return assets.find(enterprise, course)
                    .flatMap(asset -> versions.findLatest(asset)
                            .map(AssetVersionRow::version)
                            .flatMap(newest -> version(asset, version).flatMap(one -> said(one, newest, block))));
        }

        @Override
        public Optional<CoursePackage.Media> file(Digest digest, String path) {
            return media.find(enterprise, digest)
                    .flatMap(row ->
                            blobs.findBytes(digest).map(bytes -> new CoursePackage.Media(path, row.type(), bytes)));
        }

        private Optional<AssetVersion> version(Asset asset, int no) {
            return versions.find(asset, no).map(AssetVersionRow::version);
        }

        /** What is known of its files now counts more than what was known then: licences are renewed. */
        private static Optional<ShownSource> said(AssetVersion version, AssetVersion newest, String block) {
            var credits = new LinkedHashMap<String, MediaCredit>();
            version.facts().credits().forEach(credit -> credits.put(credit.digest(), credit));
            newest.facts().credits().forEach(credit -> credits.put(credit.digest(), credit));
            return version.find(block)
                    .filter(said -> said.kind().isStep())
                    .map(said -> new ShownSource(
                            said,
                            version.no(),
                            newest.no(),
                            newest.find(block).isPresent(),
                            List.copyOf(credits.values())));
        }
    }
}
