package org.mangrove.core.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.sdk.Message;

/** Reads what questions say in no language beside their options: pairs, amounts, places in a picture, scenes. */
final class QuestionStructure {

    static final List<String> MEMBERS = List.of("targets", "pairs", "value", "tolerance", "regions", "scenes");

    private QuestionStructure() {}

    static void read(YamlPart part, Map<String, Field> fields) {
        part.find("targets")
                .ifPresent(ids -> fields.put(
                        "targets",
                        Field.ids(ids.list().stream().map(YamlPart::slug).toList())));
        readEach(part, "pairs", BlockFields.PAIRS, fields);
        readEach(part, "regions", Region.FIELDS, fields);
        for (String name : List.of("value", "tolerance")) {
            part.find(name).ifPresent(number -> fields.put(name, Field.neutral(neutral(name, number))));
        }
        part.find("scenes").ifPresent(scenes -> readScenes(scenes, fields));
    }

    /** What a field of a question may say that is the same in every language. */
    static String neutral(String field, YamlPart part) {
        String text = part.mustSay();
        if (field.equals("value") && !Amount.isValue(text)) {
            throw part.wrong("12, -3.5");
        }
        if (field.equals("tolerance") && !Amount.isTolerance(text)) {
            throw part.wrong("0.5, 2%");
        }
        if (field.startsWith(Region.FIELDS)) {
            return Region.parse(text)
                    .orElseThrow(() -> part.wrong("circle 20 30 8, rectangle 40 40 30 20, polygon 80 10 95 10 95 60"))
                    .text();
        }
        return text;
    }

    /** Says what is wrong, and where. */
    static void mustMakeSense(YamlPart part, BlockKind kind, Map<String, Field> fields) {
        if (kind == BlockKind.SCENARIO) {
            Branches.of(fields).flaws().stream().findFirst().ifPresent(flaw -> {
                throw place(part, flaw).problem(flaw.message());
            });
        }
        for (String prefix : List.of(BlockFields.PAIRS, Region.FIELDS)) {
            List<String> options = BlockFields.ids(fields, "options");
            fields.keySet().stream()
                    .filter(path -> path.startsWith(prefix) && !options.contains(path.substring(prefix.length())))
                    .findFirst()
                    .ifPresent(path -> {
                        throw part.problem(Message.of("content.package.unknown-option")
                                .with("block", part.must("id").text())
                                .with("option", path.substring(prefix.length())));
                    });
        }
    }

    /** The line of the scene, if it is about one. */
    private static YamlPart place(YamlPart part, Branches.Flaw flaw) {
        return part.find("scenes")
                .flatMap(scenes -> scenes.list().stream()
                        .filter(scene -> scene.find("id").map(YamlPart::text).equals(Optional.of(flaw.scene())))
                        .findFirst())
                .orElse(part);
    }

    private static void readEach(YamlPart part, String name, String prefix, Map<String, Field> fields) {
        part.find(name)
                .map(YamlPart::members)
                .ifPresent(members -> members.forEach((option, said) -> {
                    if (!YamlPart.isSlug(option)) {
                        throw said.wrong("a-z, 0-9, -");
                    }
                    String path = prefix + option;
                    fields.put(path, Field.neutral(name.equals("pairs") ? said.slug() : neutral(path, said)));
                }));
    }

    private static void readScenes(YamlPart scenes, Map<String, Field> fields) {
        fields.put(
                "scenes",
                Field.ids(scenes.list().stream()
                        .map(scene -> readScene(scene, fields))
                        .toList()));
    }

    private static String readScene(YamlPart part, Map<String, Field> fields) {
        part.members("id", "choices", "end");
        String id = part.must("id").slug();
        part.find("end")
                .map(end -> end.oneOf(List.of(Branches.End.values()), Branches.End::word))
                .ifPresent(end -> fields.put(Branches.path(id) + ".end", Field.neutral(end.word())));
        part.find("choices").map(YamlPart::list).ifPresent(ways -> {
            List<String> ids = ways.stream()
                    .map(way -> {
                        way.members("id", "to");
                        String wayId = way.must("id").slug();
                        fields.put(
                                Branches.path(id, wayId) + ".to",
                                Field.neutral(way.must("to").slug()));
                        return wayId;
                    })
                    .toList();
            fields.put(Branches.ways(id), Field.ids(ids));
        });
        return id;
    }
}
