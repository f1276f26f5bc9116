package org.mangrove.core.pages;

/**
 * Whose pages these are.
 *
 * @param name as shown
 * @param colour as {@code #rrggbb}
 */
public record Brand(String name, String colour) {

    /** Mangrove's own. */
    public static final String COLOUR = "#0a6b62";

    /** The sign that stands for the brand where there is no room for its name. */
    public String initial() {
        return name.isBlank() ? "M" : name.strip().substring(0, name.strip().offsetByCodePoints(0, 1));
    }
}
