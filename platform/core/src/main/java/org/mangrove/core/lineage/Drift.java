package org.mangrove.core.lineage;

import java.util.Collection;

/**
 * How far a space is from what is above it, in points: so many that what must be looked at first comes first. A change that
 * the law demands counts more than any other that one version brings.
 *
 * @param behind the changes of the versions that the space does not have yet
 * @param conflicts on which somebody has to decide
 * @param stale translated segments whose source has changed
 * @param expired claims that nobody may rely on any more
 */
public record Drift(Collection<ChangeClass> behind, int conflicts, int stale, int expired) {

    private static final int CONFLICT = 3;
    private static final int STALE = 1;
    private static final int EXPIRED = 8;

    public int points() {
        return behind.stream().mapToInt(Drift::points).sum() + conflicts * CONFLICT + stale * STALE + expired * EXPIRED;
    }

    private static int points(ChangeClass change) {
        return switch (change) {
            case COSMETIC -> 1;
            case MINOR -> 2;
            case MAJOR -> 5;
            case REGULATORY -> 13;
        };
    }
}
