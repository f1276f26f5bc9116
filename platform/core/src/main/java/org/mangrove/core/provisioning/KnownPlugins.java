package org.mangrove.core.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The plugins that are installed, and in which versions.
 *
 * @param versions by plugin id
 */
record KnownPlugins(Map<String, Set<String>> versions) {

    KnownPlugins {
        var sorted = new TreeMap<String, Set<String>>();
        versions.forEach((id, all) -> sorted.put(id, new TreeSet<>(all)));
        versions = sorted;
    }

    /** Reads the manifests of the jars in a folder. */
    static KnownPlugins in(Path folder) {
        var versions = new HashMap<String, Set<String>>();
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                read(jar, versions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KnownPlugins(versions);
    }

    private static void read(Path file, Map<String, Set<String>> versions) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            if (jar.getManifest() == null) {
                return;
            }
            Attributes manifest = jar.getManifest().getMainAttributes();
            String id = manifest.getValue("Plugin-Id");
            String version = manifest.getValue("Plugin-Version");
            if (id != null && version != null) {
                versions.computeIfAbsent(id, first -> new TreeSet<>()).add(version);
            }
        }
    }
}
