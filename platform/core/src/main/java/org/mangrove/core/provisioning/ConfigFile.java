package org.mangrove.core.provisioning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.sdk.Message;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One YAML file as a tree that remembers on which line everything stands.
 *
 * <p>YAML 1.2, so that {@code no} is a text and not a falsehood. Anchors are refused: who reads a file here should not
 * have to look elsewhere in it.
 */
final class ConfigFile {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(1_000_000).build();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 20;

    private final String name;
    private final Map<List<String>, Integer> lines = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final JsonNode tree;

    /** @param name below the folder, such as {@code acme/acme-de.yaml} */
    ConfigFile(String name, String yaml) {
        this.name = name;
        this.tree = parse(yaml);
    }

    private JsonNode parse(String yaml) {
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(yaml);
            if (root.isPresent()) {
                return convert(root.get(), List.of());
            }
            problems.add(new Problem(name, 1, Message.of("provisioning.file.is-empty")));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(ConfigFile::lineOf).orElse(1);
            problems.add(new Problem(
                    name,
                    line,
                    Message.of("provisioning.file.is-no-yaml").with("what", String.valueOf(e.getProblem()))));
        } catch (YamlEngineException e) {
            problems.add(new Problem(
                    name, 1, Message.of("provisioning.file.is-no-yaml").with("what", String.valueOf(e.getMessage()))));
        }
        return JSON.objectNode();
    }

    String name() {
        return name;
    }

    JsonNode tree() {
        return tree;
    }

    /** What is wrong with it as YAML. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The line of what stands at {@code path}; if nothing does, that of what is above it. */
    int lineOf(List<String> path) {
        for (int length = path.size(); length > 0; length--) {
            Integer line = lines.get(path.subList(0, length));
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    private JsonNode convert(Node node, List<String> path) {
        lines.putIfAbsent(path, line(node));
        if (node.getAnchor().isPresent() || path.size() > DEEPEST) {
            problems.add(new Problem(name, line(node), Message.of("provisioning.file.has-an-anchor")));
            return JSON.nullNode();
        }
        return switch (node) {
            case MappingNode mapping -> convertMapping(mapping, path);
            case SequenceNode sequence -> convertSequence(sequence, path);
            case ScalarNode scalar -> convertScalar(scalar);
            default -> JSON.nullNode();
        };
    }

    private ObjectNode convertMapping(MappingNode mapping, List<String> path) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            List<String> place = append(path, key);
            int line = line(entry.getKeyNode());
            if (object.has(key)) {
                problems.add(new Problem(
                        name,
                        line,
                        Message.of("provisioning.key.is-doubled")
                                .with("found", key)
                                .with("line", lineOf(place))));
                continue;
            }
            lines.put(place, line);
            object.set(key, convert(entry.getValueNode(), place));
        }
        return object;
    }

    private ArrayNode convertSequence(SequenceNode sequence, List<String> path) {
        ArrayNode array = JSON.arrayNode();
        for (Node element : sequence.getValue()) {
            array.add(convert(element, append(path, Integer.toString(array.size()))));
        }
        return array;
    }

    private static JsonNode convertScalar(ScalarNode scalar) {
        String value = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(value));
        }
        if (scalar.getTag().equals(Tag.INT)) {
            return JSON.numberNode(new java.math.BigInteger(value));
        }
        if (scalar.getTag().equals(Tag.FLOAT)) {
            try {
                return JSON.numberNode(new java.math.BigDecimal(value));
            } catch (NumberFormatException e) {
                return JSON.stringNode(value);
            }
        }
        return JSON.stringNode(value);
    }

    private static List<String> append(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }

    private static int line(Node node) {
        return node.getStartMark().map(ConfigFile::lineOf).orElse(1);
    }

    private static int lineOf(Mark mark) {
        return mark.getLine() + 1;
    }
}
