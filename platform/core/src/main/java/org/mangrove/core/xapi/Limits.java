package org.mangrove.core.xapi;

/**
 * How much a body may ask of us before it is refused.
 *
 * @param maxDepth how deep objects and arrays may lie within a statement
 * @param maxStatementBytes how long one statement may be, the blanks before it included
 * @param maxStatements how many statements one body may hold
 * @param maxNumberLength how many characters a number may have
 * @param maxExponent how far a number may be from one, in powers of ten
 */
public record Limits(int maxDepth, int maxStatementBytes, int maxStatements, int maxNumberLength, int maxExponent) {

    private static final Limits USUAL = new Limits(64, 1 << 20, 100_000, 100, 308);

    public Limits {
        if (maxDepth < 1 || maxStatementBytes < 1 || maxStatements < 1 || maxNumberLength < 1 || maxExponent < 1) {
            throw new IllegalArgumentException("A limit of nothing lets nothing in");
        }
    }

    /** More than any statement seen in earnest needs, and little enough to be read without care. */
    public static Limits usual() {
        return USUAL;
    }
}
