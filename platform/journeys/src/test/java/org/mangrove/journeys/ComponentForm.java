package org.mangrove.journeys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a governor fills in of a component. */
final class ComponentForm {

    /** Of a trial; far enough ahead, and not too far. */
    static final String REASON = "Tried for a while";

    private ComponentForm() {}

    /** @param owner an actor */
    static Map<String, List<String>> of(String kind, String name, String owner) {
        var form = new LinkedHashMap<String, List<String>>();
        form.put("kind", List.of(kind));
        form.put("name", List.of(name));
        form.put("objective", List.of("People can do what they could not do before."));
        form.put("purposes", List.of("translation", "library"));
        form.put("owner", List.of(owner));
        form.put("data", List.of("None about people"));
        form.put("decision", List.of("adopted"));
        form.put("reason", List.of(REASON));
        return form;
    }

    /** The same as the body of a form. */
    static String written(String owner) {
        return of("tool", "An example", owner).entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> field.getKey() + "=" + (value.startsWith("{") ? value : Form.encoded(value))))
                .collect(Collectors.joining("&"));
    }
}
