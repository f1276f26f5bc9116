package org.mangrove.core.content;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.store.MediaRow;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Field;

/**
 * A version with what is known of the files that it shows: somebody wants to publish it, or has done so.
 *
 * @param files by digest
 */
public record Candidate(AssetVersion version, Map<String, ShownFile> files) {

    private static final int DIGEST_SHOWN = 12;

    public Candidate {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** As it is handed in. */
    public static Candidate of(AssetVersion version, CoursePackage course) {
        var files = new TreeMap<String, ShownFile>();
        List<String> shown = filesOf(version);
        course.media().forEach((digest, file) -> {
            if (shown.contains(digest.hex())) {
                files.put(digest.hex(), new ShownFile(digest.hex(), file.path(), file.type(), file.bytes().length));
            }
        });
        return new Candidate(version, files);
    }

    /** As it is, of files that are there already. */
    static Candidate of(AssetVersion version, Function<Digest, Optional<MediaRow>> known) {
        Map<String, String> names = version.facts().credits().stream()
                .collect(Collectors.toMap(MediaCredit::digest, MediaCredit::path, (first, same) -> first));
        var files = new TreeMap<String, ShownFile>();
        for (String digest : filesOf(version)) {
            known.apply(new Digest(digest))
                    .ifPresent(row -> files.put(
                            digest,
                            new ShownFile(
                                    digest,
                                    names.getOrDefault(digest, digest.substring(0, DIGEST_SHOWN)),
                                    row.type(),
                                    row.byteCount())));
        }
        return new Candidate(version, files);
    }

    /** The digests of all files that some block names. */
    static List<String> filesOf(AssetVersion version) {
        return filesOf(version.blocks());
    }

    /** The same of blocks that are not published yet. */
    public static List<String> filesOf(List<Block> blocks) {
        var digests = new TreeSet<String>();
        for (Block block : blocks) {
            block.fields().forEach((path, field) -> {
                if (CourseFields.isMedia(path)) {
                    switch (field) {
                        case Field.Neutral(String text) -> digests.add(text);
                        case Field.Worded worded ->
                            digests.addAll(worded.words().values());
                    }
                }
            });
        }
        return List.copyOf(digests);
    }
}
