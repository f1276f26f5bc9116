package org.mangrove.core.audit;

import java.util.List;

/** What a finding is written down with. */
public record Evidences(List<Evidence> evidence, ProposedAction action) {

    public Evidences {
        evidence = List.copyOf(evidence);
    }
}
