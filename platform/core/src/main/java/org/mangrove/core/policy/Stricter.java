package org.mangrove.core.policy;

/** Which way a figure becomes stricter. Whoever is below may go that way, and the other one only where it was opened to them. */
public enum Stricter {
    HIGHER,
    LOWER,
    /** Neither is: whoever is below may choose. */
    NEITHER;

    boolean isLooser(int below, int above) {
        return switch (this) {
            case HIGHER -> below < above;
            case LOWER -> below > above;
            case NEITHER -> false;
        };
    }
}
