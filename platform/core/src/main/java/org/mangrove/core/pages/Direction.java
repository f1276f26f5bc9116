package org.mangrove.core.pages;

import com.ibm.icu.util.ULocale;
import java.util.Locale;

/** Where lines begin. */
public enum Direction {
    LEFT_TO_RIGHT("ltr"),
    RIGHT_TO_LEFT("rtl");

    private final String attribute;

    Direction(String attribute) {
        this.attribute = attribute;
    }

    public static Direction of(Locale locale) {
        return ULocale.forLocale(locale).isRightToLeft() ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    }

    /** As HTML's {@code dir} says it. */
    public String attribute() {
        return attribute;
    }
}
