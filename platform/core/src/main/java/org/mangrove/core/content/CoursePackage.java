package org.mangrove.core.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.ChangeClass;

/**
 * A course as somebody hands it in, read and found to make sense, but not yet published.
 *
 * @param effectiveFrom when it shall take the place of the version before; empty if at once
 * @param overlays what regions and markets change, by the slug of their space
 * @param media what the blocks show, by digest
 */
public record CoursePackage(
        CourseFacts facts,
        ChangeClass change,
        Optional<Instant> effectiveFrom,
        List<Block> blocks,
        SortedMap<String, List<Adaptation>> overlays,
        SortedMap<Digest, Media> media) {

    public CoursePackage {
        blocks = List.copyOf(blocks);
        overlays = new TreeMap<>(overlays);
        media = new TreeMap<>(media);
    }

    /** A file of the course. */
    public record Media(String path, MediaType type, byte[] bytes) {}

    /** @throws org.mangrove.core.refusal.Refusal.Invalid names the file and line of the first thing that is wrong */
    public static CoursePackage read(CourseFiles files) {
        return read(files, ReuseSources.NONE);
    }

    /** The same, of a course that may show what others say. */
    public static CoursePackage read(CourseFiles files, ReuseSources sources) {
        return new PackageReader(files, sources).read();
    }
}
