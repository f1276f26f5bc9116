package org.mangrove.core.quality;

/**
 * How a version does by one criterion.
 *
 * @param checked how many things there were to look at
 * @param failed how many of them fall short
 */
public record Score(CriterionKind kind, Severity severity, int weight, int checked, int failed) {

    private static final int ALL = 100;

    public Score {
        if (failed > checked) {
            throw new IllegalArgumentException("More fell short than there are");
        }
    }

    /** 0 to 100; where there is nothing to look at nothing is wrong. */
    public int points() {
        return checked == 0 ? ALL : ALL * (checked - failed) / checked;
    }

    public boolean blocks() {
        return failed > 0 && severity == Severity.BLOCKS;
    }
}
