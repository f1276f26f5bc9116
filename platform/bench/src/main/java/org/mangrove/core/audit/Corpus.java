package org.mangrove.core.audit;

import java.util.Map;
import java.util.Set;

/**
 * An inventory of which somebody knows what is wrong with it.
 *
 * @param defects by kind: the keys of those concerned, two of them where it is about two
 * @param nearMisses the same for what only looks as if something were wrong
 */
record Corpus(
        Inventory inventory,
        Map<FindingKind, Set<Set<String>>> defects,
        Map<FindingKind, Set<Set<String>>> nearMisses) {

    Set<Set<String>> defectsOf(FindingKind kind) {
        return defects.getOrDefault(kind, Set.of());
    }

    Set<Set<String>> nearMissesOf(FindingKind kind) {
        return nearMisses.getOrDefault(kind, Set.of());
    }
}
