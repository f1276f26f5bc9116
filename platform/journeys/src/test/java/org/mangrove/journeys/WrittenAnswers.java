package org.mangrove.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mangrove.launcher.Distribution;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A course of the demonstration as its authors wrote it, with what a market has changed: which answers are right. */
final class WrittenAnswers {

    /**
     * A section.
     *
     * @param answers the right answers to its questions, as fields of their forms
     * @param wrong as {@code answers}, but wrong
     * @param inWords the questions that are answered in one's own words
     * @param walks the choices that lead through its scenarios to a good end, one form after the other
     */
    record Section(
            String id,
            Map<String, Map<String, List<String>>> answers,
            Map<String, Map<String, List<String>>> wrong,
            Set<String> inWords,
            Map<String, List<Map<String, List<String>>>> walks) {

        /** All that has to be sent, in order, as the block and the form. */
        List<Map.Entry<String, Map<String, List<String>>>> forms() {
            return Stream.concat(
                            answers.entrySet().stream(),
                            walks.entrySet().stream()
                                    .flatMap(walk ->
                                            walk.getValue().stream().map(form -> Map.entry(walk.getKey(), form))))
                    .toList();
        }
    }

    private final Path folder;
    private final Learner learner;

    WrittenAnswers(String course, Learner learner) {
        this(Distribution.found().demonstration().resolve("acme/courses").resolve(course), learner);
    }

    /** @param folder with {@code course.yaml} in it */
    WrittenAnswers(Path folder, Learner learner) {
        this.folder = folder;
        this.learner = learner;
    }

    List<Section> sections() {
        var sections = new ArrayList<Section>();
        for (Object section : list(yaml("course.yaml").get("sections"))) {
            var answers = new LinkedHashMap<String, Map<String, List<String>>>();
            var wrong = new LinkedHashMap<String, Map<String, List<String>>>();
            var inWords = new HashSet<String>();
            var walks = new LinkedHashMap<String, List<Map<String, List<String>>>>();
            for (Object block : list(map(section).get("blocks"))) {
                Map<?, ?> written = map(block);
                Map<String, List<String>> answer = answer(written);
                if (!answer.isEmpty()) {
                    answers.put(text(written.get("id")), answer);
                    wrong.put(text(written.get("id")), wrong(written, answer));
                }
                if (text(written.get("kind")).equals("scenario")) {
                    walks.put(text(written.get("id")), walk(list(written.get("scenes"))));
                }
                if (text(written.get("kind")).equals("short")) {
                    inWords.add(text(written.get("id")));
                }
            }
            sections.add(new Section(text(map(section).get("id")), answers, wrong, inWords, walks));
        }
        return sections;
    }

    private Map<String, List<String>> answer(Map<?, ?> block) {
        String id = text(block.get("id"));
        return switch (text(block.get("kind"))) {
            case "single", "multiple" -> Map.of("answer", correct(id, block));
            case "short" -> Map.of("answer", List.of(accepted(id)));
            case "order" -> places(block);
            case "match" -> pairs(map(block.get("pairs")));
            case "number" -> Map.of("answer", List.of(text(block.get("value"))));
            case "hotspot" ->
                Map.of("answer", List.of(text(list(block.get("correct")).getFirst())));
            default -> Map.of();
        };
    }

    private static Map<String, List<String>> pairs(Map<?, ?> pairs) {
        var fields = new LinkedHashMap<String, List<String>>();
        pairs.forEach((option, target) -> fields.put("match." + option, List.of(text(target))));
        return fields;
    }

    /** The shortest way to a good end. */
    private static List<Map<String, List<String>>> walk(List<?> scenes) {
        var byId = new LinkedHashMap<String, Map<?, ?>>();
        scenes.forEach(scene -> byId.put(text(map(scene).get("id")), map(scene)));
        var ways = new ArrayDeque<List<Map<String, List<String>>>>();
        var heads = new ArrayDeque<String>();
        var seen = new HashSet<String>();
        ways.add(List.of());
        heads.add(byId.keySet().iterator().next());
        while (!heads.isEmpty()) {
            String here = heads.remove();
            List<Map<String, List<String>>> way = ways.remove();
            Map<?, ?> scene = map(byId.get(here));
            if ("good".equals(scene.get("end"))) {
                return way;
            }
            if (seen.add(here) && scene.get("choices") != null) {
                for (Object choice : list(scene.get("choices"))) {
                    heads.add(text(map(choice).get("to")));
                    ways.add(Stream.concat(
                                    way.stream(),
                                    Stream.of(Map.of(
                                            "scene", List.of(here),
                                            "choice", List.of(text(map(choice).get("id"))))))
                            .toList());
                }
            }
        }
        throw new AssertionError("No good end in " + byId.keySet());
    }

    private static Map<String, List<String>> wrong(Map<?, ?> block, Map<String, List<String>> right) {
        return switch (text(block.get("kind"))) {
            case "single", "multiple" ->
                Map.of(
                        "answer",
                        list(block.get("options")).stream()
                                .map(WrittenAnswers::text)
                                .filter(option -> !right.get("answer").contains(option))
                                .limit(1)
                                .toList());
            case "order" -> backwards(right);
            default -> Map.of("answer", List.of("nothing of the kind"));
        };
    }

    private static Map<String, List<String>> backwards(Map<String, List<String>> places) {
        var changed = new LinkedHashMap<String, List<String>>();
        places.forEach((field, place) ->
                changed.put(field, List.of(String.valueOf(places.size() + 1 - Integer.parseInt(place.getFirst())))));
        return changed;
    }

    private List<String> correct(String id, Map<?, ?> block) {
        Object correct = block.get("correct");
        if (!Files.exists(folder.resolve("overlays/" + learner.tenant() + ".yaml"))) {
            return list(correct).stream().map(WrittenAnswers::text).toList();
        }
        for (Object change : list(yaml("overlays/" + learner.tenant() + ".yaml").get("changes"))) {
            Map<?, ?> changed = map(change);
            if (id.equals(changed.get("block")) && "correct".equals(changed.get("field"))) {
                correct = changed.get("value");
            }
        }
        return list(correct).stream().map(WrittenAnswers::text).toList();
    }

    private String accepted(String id) {
        Map<?, ?> blocks = map(yaml("words/" + learner.language() + ".yaml").get("blocks"));
        return text(list(map(blocks.get(id)).get("accepted")).getFirst());
    }

    private static Map<String, List<String>> places(Map<?, ?> block) {
        var places = new LinkedHashMap<String, List<String>>();
        for (Object item : list(block.get("items"))) {
            places.put("place." + item, List.of(String.valueOf(places.size() + 1)));
        }
        return places;
    }

    private Map<?, ?> yaml(String file) {
        try {
            return map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(folder.resolve(file))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<?, ?> map(@Nullable Object written) {
        if (written instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("No map: " + written);
    }

    private static List<?> list(@Nullable Object written) {
        if (written instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("No list: " + written);
    }

    private static String text(@Nullable Object written) {
        if (written == null) {
            throw new IllegalArgumentException("Something is missing");
        }
        return written.toString();
    }
}
