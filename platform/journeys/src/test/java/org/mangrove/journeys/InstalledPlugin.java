package org.mangrove.journeys;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mangrove.launcher.Stack;

/** A bad plugin that an operator has installed and switched on for one tenant; it is taken out at the end. */
final class InstalledPlugin implements AutoCloseable {

    private static final String ENTRY = """
              %s:
                kind: plugin
                name: A plugin that misbehaves
                objective: The platform is seen to bear it.
                purposes: [market-rules]
                data: None
                owner: %s
                decision: adopted
                reason: A test needs it.
            """;

    private final Operator operator;
    private final String tenant;
    private final String version;
    private boolean isThere = true;

    private InstalledPlugin(Operator operator, String tenant, String version) {
        this.operator = operator;
        this.tenant = tenant;
        this.version = version;
    }

    /** @param folder where it is built */
    static InstalledPlugin of(Stack stack, Learner somebody, BadPlugin plugin, Path folder) {
        var operator = new Operator(stack);
        operator.post("/operator/api/plugins", "application/java-archive", plugin.jar(folder))
                .must();
        var installed = new InstalledPlugin(operator, somebody.tenant(), plugin.version());
        installed.switchOn();
        return installed;
    }

    /** What the operator is told of it in the tenant. */
    Map<?, ?> use() {
        return uses().getFirst();
    }

    int stuckThreads() {
        return (int) Objects.requireNonNull(use().get("stuckThreads"));
    }

    /** @return what the operator is told of how that went */
    String takeOut() {
        apply(EditedFolder.ofTenantsConfig());
        Patience.USUAL.until("nobody has the plugin", () -> uses().isEmpty());
        isThere = false;
        return operator.delete("/operator/api/plugins/%s/%s".formatted(BadPlugin.ID, version))
                .must()
                .text();
    }

    @Override
    public void close() {
        if (isThere) {
            takeOut();
        }
    }

    private void switchOn() {
        String more = "%nplugins:%n  - id: %s%n    version: %s%n".formatted(BadPlugin.ID, version);
        String file = "%s/%s.yaml".formatted(tenant.substring(0, tenant.indexOf('-')), tenant);
        String register = file.substring(0, file.indexOf('/')) + "/enterprise.yaml";
        apply(EditedFolder.ofTenantsConfig()
                .with(file, text -> text + more)
                .with(register, text -> text + ENTRY.formatted(BadPlugin.ID, governor())));
        Patience.USUAL.until(
                "the tenant has the plugin, and the register an entry of it",
                () -> uses().stream().anyMatch(use -> "".equals(use.get("heldBack"))));
    }

    /** Who governs the tenant's enterprise. */
    private String governor() {
        return tenant.startsWith("acme") ? "Ingrid Falk" : "Helga Brenner";
    }

    private void apply(EditedFolder config) {
        operator.post("/operator/api/tenants/apply", "application/zip", config.zipped())
                .must();
    }

    private List<Map<?, ?>> uses() {
        return operator.get("/operator/api/plugins").must().list().stream()
                .filter(plugin -> BadPlugin.ID.equals(plugin.get("id")) && version.equals(plugin.get("version")))
                .flatMap(plugin -> ((List<?>) plugin.get("tenants")).stream())
                .<Map<?, ?>>map(use -> (Map<?, ?>) use)
                .filter(use -> tenant.equals(use.get("tenant")))
                .toList();
    }
}
