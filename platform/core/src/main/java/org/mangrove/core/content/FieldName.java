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
            "alt",
            "caption",
            "transcript",
            "prompt",
            "accepted",
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
        if (parts[0].equals("feedback")) {
            return Message.of("content.field.feedback");
        }
        return Message.of("content.field.other").with("field", path);
    }
}
