package org.mangrove.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.mangrove.launcher.Distribution;

/** A plugin of ours as the build has packed it. */
record BuiltPlugin(String id) {

    Path jar() {
        Path target = Distribution.found().project().resolve("plugins/" + id + "/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches(id + "-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No plugin was built in " + target));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(jar());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same plugin with another version in its manifest, written into {@code folder}. */
    Path asVersion(String version, Path folder) throws IOException {
        Path copy = folder.resolve(id + "-" + version + ".jar");
        try (var built = new JarFile(jar().toFile())) {
            var manifest = built.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Plugin-Version"), version);
            try (var out = new JarOutputStream(Files.newOutputStream(copy), manifest)) {
                for (JarEntry entry : built.stream().toList()) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME) && !entry.isDirectory()) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        built.getInputStream(entry).transferTo(out);
                        out.closeEntry();
                    }
                }
            }
        }
        return copy;
    }
}
