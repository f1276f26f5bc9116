package org.mangrove.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The cell that serves each tenant, as the tenants' own files say. */
final class TenantCells {

    private static final String YAML = ".yaml";

    private final Map<String, String> cells = new HashMap<>();

    /** Reads {@code <enterprise>/<tenant>.yaml}; the server has judged these files already. */
    TenantCells(Path tenantsConfig) {
        try (Stream<Path> files = Files.walk(tenantsConfig, 2)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(YAML)).toList()) {
                Object content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
                if (content instanceof Map<?, ?> map && map.get("cell") instanceof String cell) {
                    cells.put(file.getFileName().toString().replace(YAML, ""), cell);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<String> find(String tenant) {
        return Optional.ofNullable(cells.get(tenant));
    }
}
