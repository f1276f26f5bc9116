package org.mangrove.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mangrove.sdk.course.CourseFolder;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Looks through a course's files for what would keep it from being published, or a reader from understanding it. */
public final class CourseCheck {

    private static final Map<String, List<String>> FIELDS = Map.of(
            "text", List.of("body"),
            "image", List.of("alt"),
            "video", List.of("transcript"),
            "callout", List.of("body"),
            "single", List.of("prompt", "explanation"),
            "multiple", List.of("prompt", "explanation"),
            "order", List.of("prompt", "explanation"),
            "short", List.of("prompt", "explanation"));
    private static final List<String> FACTS =
            List.of("course", "category", "minutes", "objective", "owner", "steward", "review-due", "passing");

    private final CourseFolder course;
    private final List<String> flaws = new ArrayList<>();

    private CourseCheck(CourseFolder course) {
        this.course = course;
    }

    /** What has to be mended, each with its file; nothing, if the course is whole. */
    public static List<String> flaws(CourseFolder course) {
        var check = new CourseCheck(course);
        check.check();
        return List.copyOf(check.flaws);
    }

    private void check() {
        Map<?, ?> facts = read("course.yaml");
        for (String fact : FACTS) {
            if (!facts.containsKey(fact)) {
                flaw("course.yaml", fact + " is missing");
            }
        }
        if (!course.key().equals(facts.get("course"))) {
            flaw("course.yaml", "course should be " + course.key() + ", the folder's name");
        }
        var blocks = new ArrayList<Map<?, ?>>();
        var sections = new LinkedHashSet<String>();
        for (Map<?, ?> section : maps(facts.get("sections"))) {
            once("section", text(section.get("id")), sections);
            blocks.addAll(maps(section.get("blocks")));
        }
        var ids = new HashSet<String>();
        blocks.forEach(block -> once("block", text(block.get("id")), ids));
        blocks.forEach(this::checkNeutral);
        for (Object language : list(facts.get("languages"))) {
            checkWords("words/" + language + ".yaml", sections, blocks);
        }
    }

    private void once(String what, String id, Set<String> seen) {
        if (id.isEmpty() || !seen.add(id)) {
            flaw("course.yaml", "the id of a %s is missing or there twice: %s".formatted(what, id));
        }
    }

    private void checkNeutral(Map<?, ?> block) {
        String id = text(block.get("id"));
        String kind = text(block.get("kind"));
        if (!FIELDS.containsKey(kind)) {
            flaw("course.yaml", "block %s is of no known kind: %s".formatted(id, kind));
        }
        if (block.get("media") instanceof String media && !course.paths().contains(media)) {
            flaw("course.yaml", "block %s shows %s, which is not there".formatted(id, media));
        }
        if (kind.equals("single") && list(block.get("correct")).size() != 1) {
            flaw("course.yaml", "block %s has not exactly one right answer".formatted(id));
        }
        if (!list(block.get("options")).containsAll(list(block.get("correct")))) {
            flaw("course.yaml", "block %s has a right answer that is none of its options".formatted(id));
        }
    }

    private void checkWords(String file, Set<String> sections, List<Map<?, ?>> blocks) {
        if (!course.paths().contains(file)) {
            flaw(file, "is missing");
            return;
        }
        Map<?, ?> words = read(file);
        for (String field : List.of("title", "summary")) {
            mustSay(file, field, words.get(field));
        }
        for (String section : sections) {
            mustSay(
                    file,
                    "sections." + section + ".title",
                    map(map(words.get("sections")).get(section)).get("title"));
        }
        Map<?, ?> said = map(words.get("blocks"));
        for (Map<?, ?> block : blocks) {
            checkBlock(file, block, map(said.get(text(block.get("id")))));
        }
    }

    private void checkBlock(String file, Map<?, ?> block, Map<?, ?> words) {
        String place = "blocks." + text(block.get("id"));
        for (String field : FIELDS.getOrDefault(text(block.get("kind")), List.of())) {
            mustSay(file, place + "." + field, words.get(field));
        }
        for (Object option : list(block.get("options"))) {
            Map<?, ?> said = map(map(words.get("options")).get(option));
            mustSay(file, "%s.options.%s.text".formatted(place, option), said.get("text"));
            if (!list(block.get("correct")).contains(option)) {
                mustSay(file, "%s.options.%s.feedback".formatted(place, option), said.get("feedback"));
            }
        }
        for (Object item : list(block.get("items"))) {
            mustSay(
                    file,
                    "%s.items.%s".formatted(place, item),
                    map(words.get("items")).get(item));
        }
        if ("short".equals(block.get("kind")) && list(words.get("accepted")).isEmpty()) {
            flaw(file, place + ".accepted is empty");
        }
    }

    private void mustSay(String file, String place, @Nullable Object value) {
        if (!(value instanceof String said) || said.isBlank()) {
            flaw(file, place + " is missing");
        }
    }

    private Map<?, ?> read(String file) {
        try {
            return map(new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(course.text(file)));
        } catch (YamlEngineException broken) {
            flaw(file, "cannot be read: " + broken.getMessage());
            return Map.of();
        }
    }

    private void flaw(String file, String what) {
        flaws.add(course.key() + "/" + file + ": " + what);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static List<Map<?, ?>> maps(@Nullable Object value) {
        return list(value).stream().<Map<?, ?>>map(CourseCheck::map).toList();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
