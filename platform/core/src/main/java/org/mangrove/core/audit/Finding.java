package org.mangrove.core.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that is wrong.
 *
 * @param subjects the keys of the assets, or the ids of the tools, that it is about, sorted
 * @param evidence at least one
 */
public record Finding(FindingKind kind, List<String> subjects, List<Evidence> evidence, ProposedAction action) {

    public Finding {
        subjects = subjects.stream().sorted().toList();
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty() || subjects.isEmpty()) {
            throw new IllegalArgumentException("What is found is about something, and can be looked at");
        }
    }

    /**
     * What is wrong, piece by piece. Of those that say the same it is who does, since of a large group only the strongest pairs are
     * evidence.
     */
    public Set<String> marks() {
        return kind.isOfGroups()
                ? Set.copyOf(subjects)
                : evidence.stream().map(Evidence::mark).collect(Collectors.toUnmodifiableSet());
    }
}
