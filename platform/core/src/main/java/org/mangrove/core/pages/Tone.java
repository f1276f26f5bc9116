package org.mangrove.core.pages;

import java.util.Locale;

/** How something is meant. Shown by colour, by an icon and by words, never by colour alone. */
public enum Tone {
    NEUTRAL("info-circle"),
    INFO("info-circle"),
    SUCCESS("circle-check"),
    WARNING("alert-triangle"),
    DANGER("alert-circle");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    /** As the stylesheet calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
