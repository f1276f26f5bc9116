package org.mangrove.core.audit;

import java.util.List;

/**
 * What a detector has to say.
 *
 * @param notKnown the keys of those of which it cannot tell, since what it would have to know is not known
 */
public record Detection(FindingKind kind, List<Finding> findings, List<String> notKnown) {

    public Detection {
        findings = List.copyOf(findings);
        notKnown = List.copyOf(notKnown);
    }
}
