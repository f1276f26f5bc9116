package org.mangrove.core.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mangrove.core.lineage.Field;
import org.mangrove.sdk.Message;

/** Where the scenes of a scenario lead: the first is where it begins, and each goes on by choices or is an end. */
public record Branches(List<Scene> scenes) {

    /** How a story can end. */
    public enum End {
        GOOD,
        POOR;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<End> parse(String word) {
            return Stream.of(values()).filter(end -> end.word().equals(word)).findFirst();
        }
    }

    /** A choice. @param to the scene to which it leads; empty if nobody has said so yet */
    public record Way(String id, String to) {}

    /** @param end how it ends here; empty if it goes on */
    public record Scene(String id, List<Way> ways, Optional<End> end) {

        public Scene {
            ways = List.copyOf(ways);
        }
    }

    /** What can be wrong. */
    public enum What {
        TOO_FEW,
        TWICE,
        DEAD_END,
        END_GOES_ON,
        NOWHERE,
        UNREACHABLE,
        NO_WAY_OUT,
        NO_GOOD_END;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Something that is wrong.
     *
     * @param scene where; empty if it is wrong with the whole
     * @param way by which choice; empty if it is none of them
     * @param to where that leads
     */
    public record Flaw(What what, String scene, String way, String to) {

        static Flaw of(What what, String scene) {
            return new Flaw(what, scene, "", "");
        }

        public Message message() {
            Message message = Message.of("content.scenario." + what.word());
            return switch (what) {
                case TOO_FEW, NO_GOOD_END -> message;
                case TWICE, DEAD_END, END_GOES_ON, UNREACHABLE, NO_WAY_OUT -> message.with("scene", scene);
                case NOWHERE -> message.with("scene", scene).with("way", way).with("to", to.isEmpty() ? "none" : to);
            };
        }
    }

    /** What the fields of all scenes begin with. */
    public static final String FIELDS = "scenes.";

    public Branches {
        scenes = List.copyOf(scenes);
    }

    /** The path of what is said of a scene. */
    public static String path(String scene) {
        return FIELDS + scene;
    }

    /** The path of what is said of a choice. */
    public static String path(String scene, String way) {
        return ways(scene) + "." + way;
    }

    /** The path of the ids of a scene's choices. */
    public static String ways(String scene) {
        return path(scene) + ".choices";
    }

    public static Branches of(Map<String, Field> fields) {
        return ofNeutral(path -> BlockFields.neutral(fields, path));
    }

    /** What is the same in every language, by path; empty where nothing is. */
    interface Neutral {
        String at(String path);
    }

    static Branches ofNeutral(Neutral fields) {
        return new Branches(ids(fields.at("scenes")).stream()
                .map(scene -> new Scene(
                        scene,
                        ids(fields.at(ways(scene))).stream()
                                .map(way -> new Way(way, fields.at(path(scene, way) + ".to")))
                                .toList(),
                        End.parse(fields.at(path(scene) + ".end"))))
                .toList());
    }

    public Optional<Scene> find(String id) {
        return scenes.stream().filter(scene -> scene.id().equals(id)).findFirst();
    }

    /** The scenes from which a choice leads to this one. */
    public List<Scene> before(String id) {
        return scenes.stream()
                .filter(scene -> scene.ways().stream().anyMatch(way -> way.to().equals(id)))
                .toList();
    }

    /** All that keeps a reader from coming through, scene by scene. */
    public List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        if (scenes.size() < 2) {
            flaws.add(Flaw.of(What.TOO_FEW, ""));
        }
        var byId = new LinkedHashMap<String, Scene>();
        for (Scene scene : scenes) {
            if (byId.put(scene.id(), scene) != null) {
                flaws.add(Flaw.of(What.TWICE, scene.id()));
            }
        }
        Set<String> reached = scenes.isEmpty() ? Set.of() : reachable(byId, scenes.getFirst());
        for (Scene scene : byId.values()) {
            flawsOf(scene, byId, reached, flaws);
        }
        if (scenes.stream()
                .noneMatch(scene -> scene.end().filter(End.GOOD::equals).isPresent())) {
            flaws.add(Flaw.of(What.NO_GOOD_END, ""));
        }
        return flaws;
    }

    private static void flawsOf(Scene scene, Map<String, Scene> byId, Set<String> reached, List<Flaw> flaws) {
        var ways = new HashSet<String>();
        if (!scene.ways().stream().map(Way::id).allMatch(ways::add)) {
            flaws.add(Flaw.of(What.TWICE, scene.id()));
        }
        if (scene.end().isPresent() && !scene.ways().isEmpty()) {
            flaws.add(Flaw.of(What.END_GOES_ON, scene.id()));
        }
        if (scene.end().isEmpty() && scene.ways().isEmpty()) {
            flaws.add(Flaw.of(What.DEAD_END, scene.id()));
        }
        scene.ways().stream()
                .filter(way -> !byId.containsKey(way.to()))
                .forEach(way -> flaws.add(new Flaw(What.NOWHERE, scene.id(), way.id(), way.to())));
        if (!reached.contains(scene.id())) {
            flaws.add(Flaw.of(What.UNREACHABLE, scene.id()));
        } else if (!scene.ways().isEmpty()
                && reachable(byId, scene).stream()
                        .flatMap(there -> Optional.ofNullable(byId.get(there)).stream())
                        .noneMatch(there -> there.end().isPresent())) {
            flaws.add(Flaw.of(What.NO_WAY_OUT, scene.id()));
        }
    }

    /** The scenes to which a reader can come from one, and that one itself. */
    private static Set<String> reachable(Map<String, Scene> byId, Scene from) {
        var reached = new LinkedHashSet<>(List.of(from.id()));
        var open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (Way way : open.pop().ways()) {
                Optional.ofNullable(byId.get(way.to()))
                        .filter(there -> reached.add(there.id()))
                        .ifPresent(open::add);
            }
        }
        return reached;
    }

    private static List<String> ids(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }
}
