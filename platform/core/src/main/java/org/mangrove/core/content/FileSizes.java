package org.mangrove.core.content;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.BlockKind;

/** Whoever is offered a file is told beforehand how large it is. */
public final class FileSizes {

    private FileSizes() {}

    /** @param size of a file; empty if there is none */
    public static Map<String, Long> of(Stream<EffectiveBlock> blocks, Function<Digest, Optional<Long>> size) {
        var sizes = new TreeMap<String, Long>();
        blocks.filter(block -> block.kind() == BlockKind.FILE)
                .flatMap(block -> block.neutral("media").stream())
                .forEach(digest -> Digest.parse(digest).flatMap(size).ifPresent(bytes -> sizes.put(digest, bytes)));
        return sizes;
    }
}
