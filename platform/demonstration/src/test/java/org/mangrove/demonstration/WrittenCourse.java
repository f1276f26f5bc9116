package org.mangrove.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A course as it is written in its folder, read without the platform's own reader. */
record WrittenCourse(Path folder) {

    static Stream<WrittenCourse> all() {
        return under("acme", "borealis");
    }

    static Stream<WrittenCourse> ofAcme() {
        return under("acme");
    }

    private static Stream<WrittenCourse> under(String... enterprises) {
        var courses = new ArrayList<WrittenCourse>();
        for (String enterprise : enterprises) {
            Path shelf = Path.of("src/main/resources/demonstration", enterprise, "courses");
            list(shelf).forEach(folder -> courses.add(new WrittenCourse(folder)));
        }
        return courses.stream();
    }

    List<String> languages() {
        return texts(structure().get("languages"));
    }

    Map<?, ?> structure() {
        return yaml(folder.resolve("course.yaml"));
    }

    List<Map<?, ?>> blocks() {
        return maps(structure().get("sections")).stream()
                .flatMap(section -> maps(section.get("blocks")).stream())
                .toList();
    }

    List<Map<?, ?>> questions() {
        return blocks().stream()
                .filter(block -> List.of(
                                "single", "multiple", "order", "short", "match", "number", "hotspot", "scenario")
                        .contains(block.get("kind")))
                .toList();
    }

    /** The words of a language by their path, such as {@code blocks.q-push.options.a.feedback}. */
    SortedMap<String, String> words(String language) {
        return flat(yaml(folder.resolve("words").resolve(language + ".yaml")));
    }

    List<Path> overlays() {
        Path overlays = folder.resolve("overlays");
        return Files.isDirectory(overlays) ? list(overlays) : List.of();
    }

    List<Path> media() {
        return list(folder.resolve("media"));
    }

    String key() {
        return folder.getFileName().toString();
    }

    @Override
    public String toString() {
        return key();
    }

    static Map<?, ?> yaml(Path file) {
        try {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Nested maps as paths; the entries of a list are lines of one text. */
    static SortedMap<String, String> flat(Map<?, ?> nested) {
        var flat = new TreeMap<String, String>();
        flatten("", nested, flat);
        return flat;
    }

    private static void flatten(String above, Map<?, ?> nested, SortedMap<String, String> flat) {
        nested.forEach((name, value) -> {
            switch (value) {
                case Map<?, ?> deeper -> flatten(above + name + ".", deeper, flat);
                case List<?> several -> flat.put(above + name, String.join("\n", texts(several)));
                default -> flat.put(above + name, String.valueOf(value));
            }
        });
    }

    static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    static List<Map<?, ?>> maps(Object list) {
        return ((List<?>) list).stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
