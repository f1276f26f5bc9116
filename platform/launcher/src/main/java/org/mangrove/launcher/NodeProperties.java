package org.mangrove.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a node is told about itself and its surroundings, as {@code mangrove.*} system properties. */
public final class NodeProperties {

    private final Map<String, String> values;

    private NodeProperties(Map<String, String> values) {
        this.values = values;
    }

    /** A node with every role, for a stack on this machine. */
    public static NodeProperties of(
            StateFolder state, Ports ports, List<String> cells, Path tenantsConfig, Login keycloakClient) {
        String url = "http://localhost:" + ports.pages();
        return new NodeProperties(Map.ofEntries(
                Map.entry("mangrove.role", "all"),
                Map.entry("mangrove.cells", String.join(",", cells)),
                Map.entry("mangrove.url", url),
                Map.entry("mangrove.media.url", "http://media.localhost:" + ports.pages()),
                Map.entry("mangrove.core.url", "http://127.0.0.1:" + ports.pages()),
                Map.entry("mangrove.keycloak.url", "http://localhost:" + ports.keycloak()),
                Map.entry("mangrove.keycloak.admin.client", keycloakClient.name()),
                Map.entry("mangrove.keycloak.admin.secret", keycloakClient.secret()),
                Map.entry("mangrove.operator.realm", "operators"),
                Map.entry("mangrove.state", state.path().toString()),
                Map.entry("mangrove.blobs", state.blobs().toString()),
                Map.entry("mangrove.plugins", state.plugins().toString()),
                Map.entry("mangrove.tenants-config", tenantsConfig.toString()),
                Map.entry("mangrove.dialect", "mariadb"),
                Map.entry("mangrove.one-machine", "true")));
    }

    public NodeProperties with(String name, String value) {
        return with(Map.of(name, value));
    }

    NodeProperties with(Map<String, String> more) {
        var changed = new TreeMap<>(values);
        changed.putAll(more);
        return new NodeProperties(Map.copyOf(changed));
    }

    public Map<String, String> all() {
        return values;
    }

    /** Writes them for {@code --systemproperties}: not to the command line, which every user of the machine may read. */
    public Path writeTo(Path file) {
        try {
            PrivateFiles.write(
                    file,
                    new TreeMap<>(values)
                            .entrySet().stream()
                                    .map(each -> each.getKey() + "="
                                            + each.getValue().replace("\\", "\\\\"))
                                    .collect(Collectors.joining("\n", "", "\n")));
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
