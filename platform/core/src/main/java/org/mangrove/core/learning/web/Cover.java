package org.mangrove.core.learning.web;

import org.mangrove.sdk.Message;

/**
 * How a course looks before anybody has opened it: its category's colour and sign, and a pattern of its own.
 *
 * @param hue 1 to 12
 * @param weave 1 to 6
 */
public record Cover(String icon, int hue, int weave, Message category) {

    private static final int HUES = 12;
    private static final int WEAVES = 6;

    public static Cover of(String category, String course) {
        int weave = Math.floorMod(course.hashCode(), WEAVES) + 1;
        return switch (category) {
            case "security" -> new Cover("shield-lock", 6, weave, Message.of("learning.category.security"));
            case "people" -> new Cover("messages", 9, weave, Message.of("learning.category.people"));
            case "safety" -> new Cover("shield-check", 10, weave, Message.of("learning.category.safety"));
            case "care" -> new Cover("heart-handshake", 4, weave, Message.of("learning.category.care"));
            case "compliance" -> new Cover("scale", 7, weave, Message.of("learning.category.compliance"));
            default ->
                new Cover(
                        "book",
                        Math.floorMod(category.hashCode(), HUES) + 1,
                        weave,
                        Message.of("learning.category.other"));
        };
    }
}
