package org.mangrove.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The names of the cells that this machine serves, as {@code tenants-config/cells.yaml} lists them. */
public final class Cells {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,15}");

    private final Path file;

    private Cells(Path file) {
        this.file = file;
    }

    /** @throws Trouble with file and line if the file is missing or says nothing usable */
    public static List<String> readFrom(Path tenantsConfig) {
        return new Cells(tenantsConfig.resolve("cells.yaml")).names();
    }

    private List<String> names() {
        if (!Files.isRegularFile(file)) {
            throw new Trouble(
                    "There is no %s, which names the cells to serve: restore it from version control.".formatted(file));
        }
        Optional<Node> content = content();
        NodeTuple entry =
                content.flatMap(Cells::entry).orElseThrow(() -> at(content.flatMap(Node::getStartMark), nothing()));
        if (entry.getValueNode() instanceof MappingNode cells
                && !cells.getValue().isEmpty()) {
            return cells.getValue().stream()
                    .map(NodeTuple::getKeyNode)
                    .map(this::name)
                    .toList();
        }
        throw at(entry.getKeyNode().getStartMark(), nothing());
    }

    private Optional<Node> content() {
        var settings = LoadSettings.builder().setLabel(file.toString()).build();
        try {
            return new Compose(settings).composeString(Files.readString(file));
        } catch (MarkedYamlEngineException malformed) {
            throw at(malformed.getProblemMark(), "this is not well-formed: " + malformed.getProblem());
        } catch (YamlEngineException malformed) {
            throw at(Optional.empty(), "this is not well-formed: " + malformed.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<NodeTuple> entry(Node content) {
        return content instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals("cells"))
                        .findFirst()
                : Optional.empty();
    }

    private String name(Node key) {
        if (key instanceof ScalarNode scalar && NAME.matcher(scalar.getValue()).matches()) {
            return scalar.getValue();
        }
        throw at(
                key.getStartMark(),
                "a cell is named %s: a name is up to 16 small letters and digits, such as eu."
                        .formatted(key instanceof ScalarNode scalar ? scalar.getValue() : "with more than a word"));
    }

    private static String nothing() {
        return "there must be an entry \"cells:\" with a cell below it, such as \"eu:\".";
    }

    private Trouble at(Optional<Mark> mark, String what) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        return new Trouble("%s:%d: %s".formatted(file, line, what));
    }
}
