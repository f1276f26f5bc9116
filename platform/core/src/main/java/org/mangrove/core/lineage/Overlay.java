package org.mangrove.core.lineage;

import java.util.List;
import org.mangrove.core.blobs.Digest;

/**
 * All that one space changes in one asset.
 *
 * @param space the slug of the region or tenant
 * @param revision counts the overlay's own publications from 1
 * @param digest of what it changes, so that the same overlay has the same digest wherever it is
 */
public record Overlay(
        String asset, String space, Level level, int revision, List<Adaptation> adaptations, Digest digest) {

    public Overlay {
        adaptations = List.copyOf(adaptations);
    }

    public static Overlay of(String asset, String space, Level level, int revision, List<Adaptation> adaptations) {
        return new Overlay(
                asset,
                space,
                level,
                revision,
                adaptations,
                CanonicalJson.digestOf(LineageJson.ofOverlay(asset, space, level, adaptations)));
    }
}
