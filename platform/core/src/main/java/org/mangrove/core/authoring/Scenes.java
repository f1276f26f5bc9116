package org.mangrove.core.authoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.Branches;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** The scenes of a scenario and the choices in them: put in, taken out, moved. */
public final class Scenes {

    /** As many as somebody can keep in mind who writes them. */
    public static final int MOST = 40;

    /** As many as a reader can hold side by side. */
    public static final int MOST_WAYS = 6;

    private static final String LIST = "scenes";

    private Scenes() {}

    /** A beginning from which one choice leads to a good end, and one to a poor one. */
    static SortedMap<String, Field> first() {
        var fields = new TreeMap<String, Field>();
        fields.put(LIST, Field.ids(List.of("scene-1", "scene-2", "scene-3")));
        fields.put(Branches.ways("scene-1"), Field.ids(List.of("a", "b")));
        fields.put(Branches.path("scene-1", "a") + ".to", Field.neutral("scene-2"));
        fields.put(Branches.path("scene-1", "b") + ".to", Field.neutral("scene-3"));
        fields.put(Branches.path("scene-2") + ".end", Field.neutral(Branches.End.GOOD.word()));
        fields.put(Branches.path("scene-3") + ".end", Field.neutral(Branches.End.POOR.word()));
        return fields;
    }

    /** @return the scenario with one scene more, which says nothing yet and leads nowhere */
    public static Block adding(Block block) {
        if (block.kind() != BlockKind.SCENARIO) {
            return block;
        }
        var ids = new ArrayList<>(BlockFields.ids(block, LIST));
        mustHaveRoom(ids, MOST, "authoring.scene.too-many");
        ids.add(fresh(ids));
        return block.with(LIST, Field.ids(ids));
    }

    /** Without the scene, and all that was said of it; choices that led to it lead nowhere until somebody says where. */
    public static Block removing(Block block, String scene) {
        var ids = new ArrayList<>(BlockFields.ids(block, LIST));
        if (!ids.remove(scene)) {
            return block;
        }
        Block fewer = without(
                block,
                path -> isOf(path, Branches.path(scene))
                        || path.endsWith(".to")
                                && block.find(path)
                                        .filter(Field.neutral(scene)::equals)
                                        .isPresent());
        return fewer.with(LIST, Field.ids(ids));
    }

    public static Block moving(Block block, String scene, boolean isUp) {
        var ids = new ArrayList<>(BlockFields.ids(block, LIST));
        int at = ids.indexOf(scene);
        int to = isUp ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= ids.size()) {
            return block;
        }
        Collections.swap(ids, at, to);
        return block.with(LIST, Field.ids(ids));
    }

    /** @return with one choice more in the scene */
    public static Block addingWay(Block block, String scene) {
        if (!BlockFields.ids(block, LIST).contains(scene)) {
            return block;
        }
        var ids = new ArrayList<>(BlockFields.ids(block, Branches.ways(scene)));
        mustHaveRoom(ids, MOST_WAYS, "authoring.scene.too-many-ways");
        ids.add(Stream.iterate('a', letter -> (char) (letter + 1))
                .map(String::valueOf)
                .filter(letter -> !ids.contains(letter))
                .findFirst()
                .orElseThrow());
        return block.with(Branches.ways(scene), Field.ids(ids));
    }

    public static Block removingWay(Block block, String scene, String way) {
        var ids = new ArrayList<>(BlockFields.ids(block, Branches.ways(scene)));
        if (!ids.remove(way)) {
            return block;
        }
        Block fewer = without(block, path -> isOf(path, Branches.path(scene, way)));
        return ids.isEmpty()
                ? without(fewer, Branches.ways(scene)::equals)
                : fewer.with(Branches.ways(scene), Field.ids(ids));
    }

    private static boolean isOf(String path, String above) {
        return path.equals(above) || path.startsWith(above + ".");
    }

    private static Block without(Block block, Predicate<String> gone) {
        var fields = new TreeMap<>(block.fields());
        fields.keySet().removeIf(gone);
        return new Block(block.id(), block.kind(), fields);
    }

    private static String fresh(List<String> ids) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "scene-" + number)
                .filter(id -> !ids.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private static void mustHaveRoom(List<String> ids, int most, String key) {
        if (ids.size() >= most) {
            throw new Refusal.Conflict(Message.of(key).with("limit", most));
        }
    }
}
