package org.mangrove.core.audit;

import java.util.List;

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
}
