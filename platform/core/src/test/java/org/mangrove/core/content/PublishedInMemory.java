package org.mangrove.core.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Block;

/** Masters that somebody has published, version after version. */
final class PublishedInMemory implements ReuseSources {

    private final Map<String, List<List<Block>>> versions = new TreeMap<>();
    private final Map<String, List<MediaCredit>> credits = new TreeMap<>();

    PublishedInMemory publish(String course, Block... blocks) {
        versions.computeIfAbsent(course, first -> new ArrayList<>()).add(List.of(blocks));
        return this;
    }

    void credit(String course, MediaCredit credit) {
        credits.put(course, List.of(credit));
    }

    @Override
    public Optional<ShownSource> find(Reuse reuse) {
        for (int no = versions.getOrDefault(reuse.course(), List.of()).size(); no > 0; no--) {
            Optional<ShownSource> said = at(reuse.course(), reuse.block(), no)
                    .filter(source -> reuse.says()
                            .filter(says -> !says.equals(Reuse.digestOf(source.block())))
                            .isEmpty());
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<ShownSource> at(String course, String block, int version) {
        List<List<Block>> all = versions.getOrDefault(course, List.of());
        if (version > all.size()) {
            return Optional.empty();
        }
        return find(all.get(version - 1), block)
                .map(said -> new ShownSource(
                        said,
                        version,
                        all.size(),
                        find(all.getLast(), block).isPresent(),
                        credits.getOrDefault(course, List.of())));
    }

    private static Optional<Block> find(List<Block> blocks, String id) {
        return blocks.stream().filter(block -> block.id().equals(id)).findFirst();
    }

    @Override
    public Optional<CoursePackage.Media> file(Digest digest, String path) {
        return Optional.empty();
    }
}
