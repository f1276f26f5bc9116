package org.mangrove.core.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mangrove.core.lineage.Block;

/** Writes what {@link QuestionStructure} reads. */
final class WrittenQuestion {

    private WrittenQuestion() {}

    static Map<String, Object> of(Block block) {
        var written = new LinkedHashMap<String, Object>();
        List<String> targets = BlockFields.ids(block, "targets");
        if (!targets.isEmpty()) {
            written.put("targets", targets);
        }
        putEach(written, "pairs", BlockFields.PAIRS, block);
        putEach(written, "regions", Region.FIELDS, block);
        for (String name : List.of("value", "tolerance")) {
            String said = BlockFields.neutral(block.fields(), name);
            if (!said.isEmpty()) {
                written.put(name, said);
            }
        }
        List<Object> scenes = new ArrayList<>();
        Branches.of(block.fields()).scenes().forEach(scene -> scenes.add(of(scene)));
        if (!scenes.isEmpty()) {
            written.put("scenes", scenes);
        }
        return written;
    }

    private static void putEach(Map<String, Object> into, String name, String prefix, Block block) {
        var written = new LinkedHashMap<String, Object>();
        for (String option : BlockFields.ids(block, "options")) {
            String said = BlockFields.neutral(block.fields(), prefix + option);
            if (!said.isEmpty()) {
                written.put(option, said);
            }
        }
        if (!written.isEmpty()) {
            into.put(name, written);
        }
    }

    private static Map<String, Object> of(Branches.Scene scene) {
        var written = new LinkedHashMap<String, Object>();
        written.put("id", scene.id());
        scene.end().ifPresent(end -> written.put("end", end.word()));
        if (!scene.ways().isEmpty()) {
            written.put(
                    "choices",
                    scene.ways().stream()
                            .map(way -> {
                                var one = new LinkedHashMap<String, Object>();
                                one.put("id", way.id());
                                one.put("to", way.to());
                                return one;
                            })
                            .toList());
        }
        return written;
    }
}
