package org.mangrove.core.extension;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.localization.Words;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/**
 * The jars of the plugins: installs and removes them while the node runs.
 *
 * <p>Each lies in the node's folder as {@code <id>-<version>.jar} and is loaded from a copy when it is first asked for,
 * so that the folder can be changed at any time, on every system. Being installed switches nothing on: which plugins a
 * tenant has is said in {@code tenants-config} alone.
 */
@ApplicationScoped
public class Plugins {

    private static final Logger LOG = System.getLogger(Plugins.class.getName());
    private static final Duration REST = Duration.ofSeconds(30);

    @Inject
    PluginFolders folders;

    @Inject
    Tenants tenants;

    @Inject
    Words words;

    @Inject
    Clock clock;

    private final Map<PluginName, LoadedPlugin> loaded = new ConcurrentHashMap<>();
    private final Map<PluginName, Refusal.Invalid> broken = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** All that lie in the folder and are sound, by id and version. */
    public List<PluginDescription> installed() {
        try (Stream<Path> files = Files.list(folders.installed())) {
            var found = new ArrayList<PluginDescription>();
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                try {
                    found.add(JarInspection.of(jar).description());
                } catch (Refusal.Invalid unsound) {
                    LOG.log(Level.WARNING, "{0} is no usable plugin: {1}", jar.getFileName(), unsound.reason());
                }
            }
            return List.copyOf(found);
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot read the folder of plugins", problem);
        }
    }

    /**
     * Installs a plugin, to be had at once.
     *
     * @throws Refusal.Invalid if the jar is no sound plugin for this SDK
     * @throws Refusal.Conflict if another jar has this id and version; the same jar again changes nothing
     */
    public PluginDescription install(InputStream jar) {
        Path arrived = folders.receive(jar, JarInspection.LARGEST_JAR);
        try {
            PluginDescription description = JarInspection.of(arrived).description();
            Path place = folders.installed().resolve(description.name().fileName());
            if (Files.exists(place)) {
                mustBeTheSame(description, JarInspection.of(place).description());
                return description;
            }
            Files.move(arrived, place, StandardCopyOption.ATOMIC_MOVE);
            broken.remove(description.name());
            changes.incrementAndGet();
            LOG.log(Level.INFO, "Plugin {0} is installed, SHA-256 {1}", description.name(), description.digest());
            return description;
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot install a plugin", problem);
        } finally {
            folders.discard(arrived);
        }
    }

    private static void mustBeTheSame(PluginDescription arrived, PluginDescription there) {
        if (!arrived.digest().equals(there.digest())) {
            throw new Refusal.Conflict(Message.of("extension.jar.other-content")
                    .with("plugin", arrived.name().id())
                    .with("version", arrived.name().version()));
        }
    }

    /**
     * Removes a plugin; whoever has it switched on gets what the contracts say for a failed one.
     *
     * @param evenIfUsed whether tenants that have it switched on are no hindrance
     * @return names of threads that the plugin has left running
     */
    public List<String> remove(PluginName name, boolean evenIfUsed) {
        Path place = folders.installed().resolve(name.fileName());
        if (!PluginRules.isName(name) || !Files.exists(place)) {
            throw new Refusal.NotFound(Message.of("extension.plugin.not-installed")
                    .with("plugin", name.id())
                    .with("version", name.version()));
        }
        if (!evenIfUsed) {
            mustBeUnused(name);
        }
        try {
            Files.delete(place);
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot remove a plugin", problem);
        }
        LOG.log(Level.INFO, "Plugin {0} is removed", name);
        return unload(name);
    }

    private void mustBeUnused(PluginName name) {
        String users = tenants.all().stream()
                .filter(tenant -> uses(tenant, name))
                .map(tenant -> tenant.tenant().slug())
                .collect(Collectors.joining(", "));
        if (!users.isEmpty()) {
            throw new Refusal.Conflict(Message.of("extension.plugin.in-use")
                    .with("plugin", name.id())
                    .with("version", name.version())
                    .with("tenants", users));
        }
    }

    private static boolean uses(TenantProfile tenant, PluginName name) {
        return tenant.plugins().stream()
                .anyMatch(choice ->
                        choice.id().equals(name.id()) && choice.version().equals(name.version()));
    }

    /** Another number whenever a plugin was installed, loaded or removed: what was kept of answers may not hold any more. */
    public long changes() {
        return changes.get();
    }

    private List<String> unload(PluginName name) {
        changes.incrementAndGet();
        broken.remove(name);
        LoadedPlugin plugin = loaded.remove(name);
        if (plugin == null) {
            return List.of();
        }
        words.remove(name.id(), name.version());
        return plugin.unload();
    }

    /** The plugin in memory, if it is installed and sound; loaded now if it was not yet. */
    Optional<LoadedPlugin> findLoaded(PluginName name) {
        LoadedPlugin there = loaded.get(name);
        if (there != null) {
            return Optional.of(there);
        }
        if (broken.containsKey(name) || !PluginRules.isName(name)) {
            return Optional.empty();
        }
        return Optional.ofNullable(loaded.computeIfAbsent(name, this::loadIfThere));
    }

    private @Nullable LoadedPlugin loadIfThere(PluginName name) {
        Path place = folders.installed().resolve(name.fileName());
        if (!Files.exists(place)) {
            return null;
        }
        try {
            Path copy = folders.copy(place);
            JarInspection inspection = JarInspection.of(copy);
            if (!inspection.description().name().equals(name)) {
                throw new Refusal.Invalid(Message.of("extension.jar.other-name")
                        .with("file", name.fileName())
                        .with("plugin", inspection.description().name().toString()));
            }
            var plugin = new LoadedPlugin(inspection.description(), copy, REST, clock);
            words.add(inspection.messages());
            changes.incrementAndGet();
            return plugin;
        } catch (Refusal.Invalid unsound) {
            broken.put(name, unsound);
            LOG.log(Level.ERROR, "Plugin {0} is installed and cannot be used: {1}", name, unsound.reason());
            return null;
        }
    }

    @PreDestroy
    void unloadAll() {
        loaded.keySet().stream()
                .sorted(Comparator.comparing(PluginName::toString))
                .forEach(this::unload);
    }
}
