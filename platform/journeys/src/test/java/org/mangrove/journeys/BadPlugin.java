package org.mangrove.journeys;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NonNull;
import org.mangrove.sdk.MangroveExtension;
import org.pf4j.ExtensionPoint;

/** A plugin built for a test, which does the same wrong thing wherever it is asked. */
record BadPlugin(String version, String misdeed) {

    static final String ID = "at-misbehaves";

    private static final String PACKAGE = "org.mangrove.test.misbehaves";

    /** @param folder where it is built */
    byte[] jar(Path folder) {
        try {
            Path sources = Files.createDirectories(folder.resolve(version).resolve("sources"));
            Path classes = Files.createDirectories(folder.resolve(version).resolve("classes"));
            Path source = sources.resolve("Wrong.java");
            Files.writeString(source, source());
            var errors = new StringWriter();
            var compiler = ToolProvider.getSystemJavaCompiler();
            try (var files = compiler.getStandardFileManager(null, null, null)) {
                var options = List.of("-proc:none", "-classpath", classPath(), "-d", classes.toString());
                boolean well = compiler.getTask(errors, files, null, options, null, files.getJavaFileObjects(source))
                        .call();
                if (!well) {
                    throw new AssertionError(errors.toString());
                }
            }
            return packed(classes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String source() {
        return """
                package %s;

                import java.util.*;
                import java.util.concurrent.atomic.*;
                import org.mangrove.sdk.*;
                import org.mangrove.sdk.custom.*;
                import org.mangrove.sdk.processing.*;

                public class Wrong implements ProcessingPolicy, MarketCustom {

                    static final AtomicBoolean BEGUN = new AtomicBoolean();

                    public Verdict judge(Market market, ProcessingRequest request) {
                        misbehave();
                        return Verdict.allowed();
                    }

                    public Optional<Custom> custom(Market market, Locale language) {
                        misbehave();
                        return Optional.empty();
                    }

                    static boolean isThere(String file) {
                        return new java.io.File(file).exists();
                    }

                    static void misbehave() {
                        %s
                    }
                }
                """.formatted(PACKAGE, misdeed);
    }

    private byte[] packed(Path classes) throws IOException {
        var manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Plugin-Id", ID);
        main.putValue("Plugin-Version", version);
        main.putValue("Plugin-Requires", ">=1.0.0 & <2.0.0");
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                jar.write(Files.readAllBytes(file));
            }
            jar.putNextEntry(new JarEntry("META-INF/extensions.idx"));
            jar.write((PACKAGE + ".Wrong").getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String classPath() {
        return Stream.of(MangroveExtension.class, ExtensionPoint.class, NonNull.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
