package org.mangrove.core.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what was looked at and what fell short. Each thing is looked at once by each criterion. */
final class Tally {

    /** Of each criterion. Whoever has mended so many asks again. */
    private static final int MOST_FINDINGS = 300;

    private final Rubric rubric;
    private final Map<CriterionKind, Integer> checked = new EnumMap<>(CriterionKind.class);
    private final Map<CriterionKind, Integer> failed = new EnumMap<>(CriterionKind.class);
    private final Map<CriterionKind, List<Finding>> findings = new EnumMap<>(CriterionKind.class);

    Tally(Rubric rubric) {
        this.rubric = rubric;
        for (CriterionKind kind : CriterionKind.values()) {
            checked.put(kind, 0);
            failed.put(kind, 0);
            findings.put(kind, new ArrayList<>());
        }
    }

    /** Begins to look at one thing. */
    Look look(CriterionKind kind, Place place) {
        return new Look(kind, place);
    }

    /** One thing that is looked at; fine unless something is said against it. */
    final class Look {

        private final CriterionKind kind;
        private final Place place;
        private boolean fellShort;

        private Look(CriterionKind kind, Place place) {
            this.kind = kind;
            this.place = place;
            checked.merge(kind, 1, Integer::sum);
        }

        /** It falls short, and the finding is another criterion's. */
        void isToldElsewhere() {
            if (!fellShort) {
                fellShort = true;
                failed.merge(kind, 1, Integer::sum);
            }
        }

        void against(Shortcoming shortcoming, Map<String, Object> measures) {
            isToldElsewhere();
            List<Finding> found = findings.getOrDefault(kind, new ArrayList<>());
            if (found.size() < MOST_FINDINGS) {
                found.add(Finding.of(kind, place, shortcoming, measures));
            }
        }
    }

    Report report() {
        var scores = new ArrayList<Score>();
        var all = new ArrayList<Finding>();
        for (CriterionKind kind : CriterionKind.values()) {
            Criterion criterion = rubric.of(kind);
            scores.add(new Score(
                    kind,
                    criterion.severity(),
                    criterion.weight(),
                    checked.getOrDefault(kind, 0),
                    failed.getOrDefault(kind, 0)));
            all.addAll(findings.getOrDefault(kind, List.of()));
        }
        return new Report(scores, all);
    }
}
