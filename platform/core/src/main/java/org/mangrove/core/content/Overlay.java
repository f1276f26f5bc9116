package org.mangrove.core.content;

import java.util.List;
import org.mangrove.core.blobs.Digest;

/**
 * All that one space changes in one course.
 *
 * @param space the slug of the region or tenant
 * @param revision counts the overlay's own publications from 1
 * @param digest of what it changes, so that the same overlay has the same digest wherever it is
 */
public record Overlay(
        String course, String space, Level level, int revision, List<Adaptation> adaptations, Digest digest) {

    /** How far down the lineage a space stands; overlays apply in this order. */
    public enum Level {
        REGION,
        TENANT
    }

    public Overlay {
        adaptations = List.copyOf(adaptations);
    }

    public static Overlay of(String course, String space, Level level, int revision, List<Adaptation> adaptations) {
        return new Overlay(
                course,
                space,
                level,
                revision,
                adaptations,
                ContentJson.digestOf(ContentJson.ofOverlay(course, space, level, adaptations)));
    }
}
