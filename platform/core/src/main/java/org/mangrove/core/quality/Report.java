package org.mangrove.core.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How good a version is, by a rubric.
 *
 * @param scores one of each criterion, in the rubric's order
 * @param findings of each criterion the first few hundred; the scores count them all
 */
public record Report(List<Score> scores, List<Finding> findings) {

    public Report {
        scores = scores.stream().sorted(Comparator.comparing(Score::kind)).toList();
        findings = List.copyOf(findings);
    }

    /** The mean of all criteria by their weights, 0 to 100, rounded down: 100 is without any finding. */
    public int points() {
        int weights = scores.stream().mapToInt(Score::weight).sum();
        return scores.stream()
                        .mapToInt(score -> score.weight() * score.points())
                        .sum()
                / Math.max(1, weights);
    }

    public Score of(CriterionKind kind) {
        return scores.stream().filter(score -> score.kind() == kind).findFirst().orElseThrow();
    }

    public List<Finding> findings(CriterionKind kind) {
        return findings.stream().filter(finding -> finding.criterion() == kind).toList();
    }

    /** What keeps the version from being published. @param waived criteria that are not insisted on */
    public List<Finding> blocking(Set<CriterionKind> waived) {
        return findings.stream()
                .filter(finding -> of(finding.criterion()).blocks() && !waived.contains(finding.criterion()))
                .toList();
    }

    /** What is wrong here and was not wrong there. */
    public List<Finding> since(Report before) {
        return findings.stream()
                .filter(finding -> before.findings.stream().noneMatch(finding::isSameAs))
                .toList();
    }
}
