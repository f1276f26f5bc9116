package org.mangrove.core.provisioning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.sdk.Message;
import tools.jackson.databind.JsonNode;

/**
 * A mapping in a file, with the lines of what is in it.
 *
 * <p>It gives values as they are; a missing text is empty, a missing list has no elements. Whether something may be
 * missing is for the schema to say, which has been asked before.
 *
 * @param path where it is in its file: keys and indexes from the top
 */
record Section(ConfigFile file, List<String> path, JsonNode node) {

    Section {
        path = List.copyOf(path);
    }

    static Section top(ConfigFile file) {
        return new Section(file, List.of(), file.tree());
    }

    String text(String key) {
        return node.path(key).asString("");
    }

    Optional<String> findText(String key) {
        return node.has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    int number(String key) {
        return node.path(key).asInt(0);
    }

    boolean isTrue(String key) {
        return node.path(key).asBoolean(false);
    }

    boolean has(String key) {
        return node.has(key);
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        node.path(key).forEach(element -> texts.add(element.asString("")));
        return texts;
    }

    Map<String, String> textsByKey(String key) {
        var texts = new LinkedHashMap<String, String>();
        node.path(key)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return texts;
    }

    Section section(String key) {
        return new Section(file, below(key), node.path(key));
    }

    /** The mappings below {@code key}, by their own keys, in the order of the file. */
    Map<String, Section> sectionsByKey(String key) {
        var sections = new LinkedHashMap<String, Section>();
        Section parent = section(key);
        parent.node.properties().forEach(entry -> sections.put(entry.getKey(), parent.section(entry.getKey())));
        return sections;
    }

    List<Section> sections(String key) {
        var sections = new ArrayList<Section>();
        Section parent = section(key);
        for (int index = 0; index < parent.node.size(); index++) {
            sections.add(new Section(file, parent.below(Integer.toString(index)), parent.node.get(index)));
        }
        return sections;
    }

    /** Something is wrong with this mapping as a whole. */
    Problem problem(Message what) {
        return new Problem(file.name(), file.lineOf(path), what);
    }

    /** Something is wrong with what stands at {@code keys} below this mapping. */
    Problem problem(Message what, String... keys) {
        var place = new ArrayList<>(path);
        place.addAll(List.of(keys));
        return new Problem(file.name(), file.lineOf(place), what);
    }

    private List<String> below(String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }
}
