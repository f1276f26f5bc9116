package org.mangrove.core.pages;

/**
 * What a resource answers with when people are to read it: a template, and what the template shows.
 *
 * @param template its place below the templates without suffix, such as {@code learning/catalogue}
 * @param model given to the template as its parameter {@code model}
 */
public record Page(String template, Object model) {

    /** For templates that need nothing but the frame. */
    private static final Object NOTHING = new Object();

    public static Page of(String template, Object model) {
        return new Page(template, model);
    }

    public static Page of(String template) {
        return new Page(template, NOTHING);
    }
}
