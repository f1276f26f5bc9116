package org.mangrove.core.components;

import java.util.Locale;

/** How a component stands on a day: worked out of what was decided, and never stored. */
public enum Standing {
    ADOPTED(true),
    IN_TRIAL(true),
    /** The trial is over, and there are some days left to decide. */
    IN_GRACE(true),
    /** In use before there was a register; somebody has to say what for. */
    TO_COMPLETE(true),
    /** No register has reached this place yet, so nothing is held back by one. */
    NOT_KEPT(true),
    /** The trial is over, and nobody has decided in time. */
    TRIAL_OVER(false),
    /** Nobody has said in time what it is for. */
    NEVER_COMPLETED(false),
    REFUSED(false),
    ENDED(false),
    /** There is no entry. */
    UNKNOWN(false);

    private final boolean isOn;

    Standing(boolean isOn) {
        this.isOn = isOn;
    }

    /** Whether the component may be used. */
    public boolean isOn() {
        return isOn;
    }

    /** Whether somebody has to decide. */
    public boolean wantsDecision() {
        return this == IN_GRACE
                || this == TO_COMPLETE
                || this == TRIAL_OVER
                || this == NEVER_COMPLETED
                || this == UNKNOWN;
    }

    /** As messages call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
