package org.mangrove.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The names of the cells that this machine serves, as {@code tenants-config/cells.yaml} lists them. */
public final class Cells {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,15}");

    private Cells() {}

    /** @throws Trouble if the file is missing or says nothing usable */
    public static List<String> readFrom(Path tenantsConfig) {
        Path file = tenantsConfig.resolve("cells.yaml");
        if (!Files.isRegularFile(file)) {
            throw new Trouble(
                    "There is no %s, which names the cells to serve: restore it from version control.".formatted(file));
        }
        Object content;
        try {
            content = new Load(LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file));
        } catch (YamlEngineException malformed) {
            throw new Trouble("%s is not well-formed: %s".formatted(file, oneLine(malformed)), malformed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (content instanceof Map<?, ?> map && map.get("cells") instanceof Map<?, ?> cells && !cells.isEmpty()) {
            return cells.keySet().stream().map(name -> name(name, file)).toList();
        }
        throw new Trouble("%s must have an entry \"cells:\" with a cell below it, such as \"eu:\".".formatted(file));
    }

    private static String name(@Nullable Object name, Path file) {
        if (name instanceof String text && NAME.matcher(text).matches()) {
            return text;
        }
        throw new Trouble(
                "%s names a cell %s: a name is up to 16 small letters and digits, such as eu.".formatted(file, name));
    }

    private static String oneLine(YamlEngineException malformed) {
        return String.valueOf(malformed.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
