package org.mangrove.core.content;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;

/**
 * By which one knows whether a course is still made of the same in a market, without reading what it is made of.
 *
 * @param above of the version and of what spaces above the tenant say otherwise
 * @param whole of all that it is made of, with what the tenant itself says and what it has to observe
 * @param until when the next version takes its place, if one is published already
 */
public record CourseVector(String course, Digest above, Digest whole, Optional<Instant> until) {

    static Digest of(List<String> parts) {
        return Digest.of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }
}
