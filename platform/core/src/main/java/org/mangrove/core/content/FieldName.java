package org.mangrove.core.content;

import java.util.Set;
import org.mangrove.sdk.Message;

/** What people call a field of a block. */
public final class FieldName {

    private static final Set<String> PLAIN = Set.of(
            "heading",
            "title",
            "summary",
            "body",
            "code",
            "description",
            "alt",
            "caption",
            "transcript",
            "prompt",
            "accepted",
            "unit",
            "low",
            "high",
            "value",
            "tolerance",
            "correct",
            "explanation",
            "hint");

    private FieldName() {}

    /** @param path as blocks have it: {@code options.a.feedback} */
    public static Message of(String path) {
        String[] parts = path.split("\\.");
        if (PLAIN.contains(path)) {
            return Message.of("content.field." + path);
        }
        if (parts[0].equals("options") && parts.length == 3) {
            return Message.of(parts[2].equals("text") ? "content.field.option" : "content.field.option-feedback")
                    .with("option", parts[1]);
        }
        if (parts[0].equals("items") && parts.length == 2) {
            return Message.of("content.field.item").with("item", parts[1]);
        }
        if (parts[0].equals("targets") && parts.length == 2) {
            return Message.of("content.field.target").with("target", parts[1]);
        }
        if (parts[0].equals("scenes") && parts.length == 3) {
            return Message.of("content.field.scene").with("scene", parts[1]);
        }
        if (parts[0].equals("scenes") && parts.length == 5) {
            return Message.of(parts[4].equals("text") ? "content.field.way" : "content.field.way-feedback")
                    .with("scene", parts[1])
                    .with("way", parts[3]);
        }
        if (parts[0].equals("cells") && parts.length == 3) {
            return Message.of("content.field.cell").with("row", parts[1]).with("column", parts[2]);
        }
        if (parts[0].equals("parts") && parts.length == 3) {
            return Message.of(parts[2].equals("title") ? "content.field.part-title" : "content.field.part-body")
                    .with("part", parts[1]);
        }
        if (parts[0].equals("feedback")) {
            return Message.of("content.field.feedback");
        }
        return Message.of("content.field.other").with("field", path);
    }
}
