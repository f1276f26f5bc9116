package org.mangrove.launcher.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Trouble;
import org.mangrove.launcher.visit.Guest;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Which answers are right in a course of the demonstration, as one market has changed it. */
final class RightAnswers {

    /** A section with the right answers to its questions, as fields of their forms. */
    record Section(String id, Map<String, Map<String, List<String>>> answers) {}

    private final Path folder;

    RightAnswers(Distribution distribution, String course) {
        this.folder = distribution.demonstration().resolve("acme/courses").resolve(course);
    }

    List<Section> sectionsFor(Guest guest) {
        Map<?, ?> accepted = map(yaml("words/" + guest.language() + ".yaml"), "blocks");
        List<?> changes = list(yaml("overlays/" + guest.tenant() + ".yaml"), "changes");
        var sections = new ArrayList<Section>();
        for (Object section : list(yaml("course.yaml"), "sections")) {
            var answers = new LinkedHashMap<String, Map<String, List<String>>>();
            for (Object block : list((Map<?, ?>) section, "blocks")) {
                var written = (Map<?, ?>) block;
                String id = text(written, "id");
                switch (text(written, "kind")) {
                    case "single", "multiple" -> answers.put(id, Map.of("answer", correct(written, id, changes)));
                    case "short" ->
                        answers.put(
                                id,
                                Map.of(
                                        "answer",
                                        texts(list(map(accepted, id), "accepted")
                                                .subList(0, 1))));
                    case "order" -> answers.put(id, places(texts(list(written, "items"))));
                    default -> {
                        // nothing is asked
                    }
                }
            }
            sections.add(new Section(text((Map<?, ?>) section, "id"), answers));
        }
        return sections;
    }

    private static List<String> correct(Map<?, ?> block, String id, List<?> changes) {
        List<?> correct = list(block, "correct");
        for (Object change : changes) {
            var changed = (Map<?, ?>) change;
            if (id.equals(changed.get("block")) && "correct".equals(changed.get("field"))) {
                correct = list(changed, "value");
            }
        }
        return texts(correct);
    }

    private static Map<String, List<String>> places(List<String> items) {
        var places = new LinkedHashMap<String, List<String>>();
        items.forEach(item -> places.put("place." + item, List.of(String.valueOf(places.size() + 1))));
        return places;
    }

    private Map<?, ?> yaml(String file) {
        try {
            String written = Files.readString(folder.resolve(file));
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(written);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<?, ?> map(Map<?, ?> from, String name) {
        if (from.get(name) instanceof Map<?, ?> map) {
            return map;
        }
        throw new Trouble("A course of the demonstration lacks \"%s\".".formatted(name));
    }

    private static List<?> list(Map<?, ?> from, String name) {
        if (from.get(name) instanceof List<?> list) {
            return list;
        }
        throw new Trouble("A course of the demonstration lacks \"%s\".".formatted(name));
    }

    private static String text(Map<?, ?> from, String name) {
        if (from.get(name) instanceof String text) {
            return text;
        }
        throw new Trouble("A course of the demonstration lacks \"%s\".".formatted(name));
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }
}
