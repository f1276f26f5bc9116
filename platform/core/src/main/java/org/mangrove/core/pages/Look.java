package org.mangrove.core.pages;

import java.util.Arrays;
import java.util.Locale;

/** How bright somebody wants the pages. */
public enum Look {
    /** As the device says. */
    SYSTEM,
    LIGHT,
    DARK,
    /** Black on white or white on black, without soft colours. */
    CONTRAST;

    /** What was asked for; {@link #SYSTEM} if that says nothing. */
    public static Look of(String word) {
        return Arrays.stream(values())
                .filter(look -> look.word().equals(word))
                .findFirst()
                .orElse(SYSTEM);
    }

    /** As cookies, forms and the stylesheet call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
