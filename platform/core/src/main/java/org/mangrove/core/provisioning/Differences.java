package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where what is there differs from what is wanted. What nobody asked for is no difference. */
final class Differences {

    private Differences() {}

    /** The names of the properties that differ, with dots between levels; values are not told, some are secret. */
    static List<String> between(JsonNode wanted, JsonNode actual) {
        var names = new ArrayList<String>();
        compare("", wanted, actual, names);
        return names;
    }

    private static void compare(String name, JsonNode wanted, JsonNode actual, List<String> names) {
        if (wanted.isObject()) {
            wanted.properties()
                    .forEach(property -> compare(
                            name.isEmpty() ? property.getKey() : name + "." + property.getKey(),
                            property.getValue(),
                            actual.path(property.getKey()),
                            names));
        } else if (wanted.isArray() ? !elements(wanted).equals(elements(actual)) : !same(wanted, actual)) {
            names.add(name);
        }
    }

    private static boolean same(JsonNode wanted, JsonNode actual) {
        return wanted.asText("").equals(actual.asText(""));
    }

    /** Lists here are sets: redirect addresses, domains, languages. */
    private static Set<JsonNode> elements(JsonNode array) {
        var elements = new HashSet<JsonNode>();
        array.forEach(elements::add);
        return elements;
    }
}
