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

    private static final Map<String, List<String>> FIELDS = Map.ofEntries(
            Map.entry("text", List.of("body")),
            Map.entry("image", List.of("alt")),
            Map.entry("video", List.of("transcript")),
            Map.entry("callout", List.of("body")),
            Map.entry("table", List.of("caption")),
            Map.entry("code", List.of()),
            Map.entry("accordion", List.of()),
            Map.entry("audio", List.of("title", "transcript")),
            Map.entry("file", List.of("title", "description")),
            Map.entry("single", List.of("prompt", "explanation")),
            Map.entry("multiple", List.of("prompt", "explanation")),
            Map.entry("order", List.of("prompt", "explanation")),
            Map.entry("short", List.of("prompt", "explanation")),
            Map.entry("match", List.of("prompt", "explanation")),
            Map.entry("number", List.of("prompt", "low", "high", "explanation")),
            Map.entry("hotspot", List.of("prompt", "alt", "explanation")),
            Map.entry("scenario", List.of("prompt", "explanation")));
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
        for (Object part : list(block.get("parts"))) {
            Map<?, ?> said = map(map(words.get("parts")).get(part));
            mustSay(file, "%s.parts.%s.title".formatted(place, part), said.get("title"));
            mustSay(file, "%s.parts.%s.body".formatted(place, part), said.get("body"));
        }
        if ("table".equals(block.get("kind"))) {
            checkHeads(file, place, block, map(words.get("cells")));
        }
        if ("code".equals(block.get("kind")) && !block.containsKey("code")) {
            mustSay(file, place + ".code", words.get("code"));
        }
        for (Object item : list(block.get("items"))) {
            mustSay(
                    file,
                    "%s.items.%s".formatted(place, item),
                    map(words.get("items")).get(item));
        }
        for (Object target : list(block.get("targets"))) {
            mustSay(
                    file,
                    "%s.targets.%s".formatted(place, target),
                    map(words.get("targets")).get(target));
        }
        for (Map<?, ?> scene : maps(block.get("scenes"))) {
            checkScene(
                    file,
                    place + ".scenes." + scene.get("id"),
                    scene,
                    map(map(words.get("scenes")).get(scene.get("id"))));
        }
        if ("short".equals(block.get("kind")) && list(words.get("accepted")).isEmpty()) {
            flaw(file, place + ".accepted is empty");
        }
    }

    private void checkScene(String file, String place, Map<?, ?> scene, Map<?, ?> words) {
        mustSay(file, place + ".text", words.get("text"));
        for (Map<?, ?> choice : maps(scene.get("choices"))) {
            Map<?, ?> said = map(map(words.get("choices")).get(choice.get("id")));
            for (String field : List.of("text", "feedback")) {
                mustSay(file, "%s.choices.%s.%s".formatted(place, choice.get("id"), field), said.get(field));
            }
        }
    }

    /** Each cell of the first row, the first column or both heads others; the corner of both may be empty. */
    private void checkHeads(String file, String place, Map<?, ?> block, Map<?, ?> cells) {
        List<?> rows = list(block.get("rows"));
        List<?> columns = list(block.get("columns"));
        String heads = text(block.get("heads"));
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                boolean headsColumn = row == 0 && !heads.equals("column");
                boolean headsRow = column == 0 && !heads.equals("row");
                if (headsColumn != headsRow || headsColumn && !heads.equals("both")) {
                    mustSay(
                            file,
                            "%s.cells.%s.%s".formatted(place, rows.get(row), columns.get(column)),
                            map(cells.get(rows.get(row))).get(columns.get(column)));
                }
            }
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
