package org.mangrove.redefinition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * An agent in the virtual machine of the server under test: with it a test there changes what classes do while they run.
 *
 * <p>It lies outside of the application, and the application's tests find it by its name.
 */
public final class Redefinition {

    private static Optional<Instrumentation> instrumentation = Optional.empty();

    private Redefinition() {}

    /** Called by the virtual machine at its start. */
    public static void premain(String nothing, Instrumentation given) {
        instrumentation = Optional.of(given);
    }

    /** @throws IllegalStateException if the virtual machine was started without this agent */
    public static Instrumentation instrumentation() {
        return instrumentation.orElseThrow(() -> new IllegalStateException("This agent was not loaded"));
    }

    /** Writes the jar for {@code -javaagent}. */
    public static Path writeTo(Path jar) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Redefinition.class.getName());
        manifest.getMainAttributes().putValue("Can-Redefine-Classes", "true");
        String name = Redefinition.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                var out = new JarOutputStream(file, manifest);
                InputStream in = Redefinition.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name);
            }
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return jar;
    }
}
