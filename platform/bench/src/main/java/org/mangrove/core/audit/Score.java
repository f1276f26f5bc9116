package org.mangrove.core.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How well one kind of defect was found in one corpus.
 *
 * @param found of those that were planted
 * @param planted how many were
 * @param reported how many were reported, planted or not
 * @param missed those not found
 * @param wrong those reported and not planted
 * @param nearMisses how many of the near misses were reported
 * @param nearMissesPlanted how many of these there are
 */
record Score(
        FindingKind kind,
        int found,
        int planted,
        int reported,
        Set<Set<String>> missed,
        Set<Set<String>> wrong,
        long nearMisses,
        long nearMissesPlanted) {

    /** What is about several that are alike is about each two of them. */
    static Score of(FindingKind kind, Corpus corpus, AuditReport report) {
        var reported = new HashSet<Set<String>>();
        for (Finding finding : report.of(kind).findings()) {
            reported.addAll(singlesOrPairs(finding.subjects()));
        }
        Set<Set<String>> planted = corpus.defectsOf(kind);
        Set<Set<String>> near = corpus.nearMissesOf(kind);
        var missed = new HashSet<>(planted);
        missed.removeAll(reported);
        var wrong = new HashSet<>(reported);
        wrong.removeAll(planted);
        return new Score(
                kind,
                planted.size() - missed.size(),
                planted.size(),
                reported.size(),
                missed,
                wrong,
                wrong.stream().filter(near::contains).count(),
                near.size());
    }

    private static Set<Set<String>> singlesOrPairs(List<String> subjects) {
        var sets = new HashSet<Set<String>>();
        for (int first = 0; first < subjects.size(); first++) {
            if (subjects.size() == 1) {
                sets.add(Set.of(subjects.getFirst()));
            }
            for (int second = first + 1; second < subjects.size(); second++) {
                sets.add(Set.of(subjects.get(first), subjects.get(second)));
            }
        }
        return sets;
    }

    double precision() {
        return reported == 0 ? 0 : (double) found / reported;
    }

    double recall() {
        return (double) found / planted;
    }
}
