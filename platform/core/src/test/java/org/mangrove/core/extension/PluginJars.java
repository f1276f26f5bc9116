package org.mangrove.core.extension;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NonNull;
import org.mangrove.sdk.Message;
import org.pf4j.ExtensionPoint;

/** Builds jars of plugins for tests, good ones and bad ones. */
final class PluginJars {

    private static final String PACKAGE = "org.mangrove.test.plugin";

    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> extensions = new ArrayList<>();

    private PluginJars(String id, String version) {
        manifest.put("Plugin-Id", id);
        manifest.put("Plugin-Version", version);
        manifest.put("Plugin-Requires", ">=1.0.0 & <2.0.0");
    }

    static PluginJars plugin(String id, String version) {
        return new PluginJars(id, version);
    }

    /** A policy whose method {@code judge(Market market, ProcessingRequest request)} has this body. */
    static PluginJars policy(String id, String version, String body) {
        return plugin(id, version).extension("""
                package %s;
                import org.mangrove.sdk.*;
                import org.mangrove.sdk.processing.*;
                public class Policy implements ProcessingPolicy {
                    public Verdict judge(Market market, ProcessingRequest request) {
                        %s
                    }
                }
                """.formatted(PACKAGE, body), "Policy");
    }

    /** A rule whose method {@code assignments(Market market, Worker worker)} has this body. */
    static PluginJars rule(String id, String version, String body) {
        return plugin(id, version).extension("""
                package %s;
                import org.mangrove.sdk.*;
                import org.mangrove.sdk.assignment.*;
                public class Rule implements AssignmentRule {
                    public java.util.List<Assignment> assignments(Market market, Worker worker) {
                        %s
                    }
                }
                """.formatted(PACKAGE, body), "Rule");
    }

    PluginJars extension(String source, String name) {
        compile(source, name);
        extensions.add(PACKAGE + "." + name);
        return this;
    }

    PluginJars hidden() {
        extensions.clear();
        return this;
    }

    PluginJars manifest(String entry, String value) {
        manifest.put(entry, value);
        return this;
    }

    PluginJars withoutManifest(String entry) {
        manifest.remove(entry);
        return this;
    }

    PluginJars file(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Path write(Path folder) {
        try {
            Path jar = Files.createTempFile(folder, "built-", ".jar");
            var description = new Manifest();
            description.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.forEach((name, value) -> description.getMainAttributes().putValue(name, value));
            try (OutputStream out = Files.newOutputStream(jar);
                    var entries = new JarOutputStream(out, description)) {
                for (var file : files.entrySet()) {
                    entries.putNextEntry(new JarEntry(file.getKey()));
                    entries.write(file.getValue());
                }
                if (!extensions.isEmpty()) {
                    entries.putNextEntry(new JarEntry("META-INF/extensions.idx"));
                    entries.write(String.join("\n", extensions).getBytes(StandardCharsets.UTF_8));
                }
            }
            return jar;
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private void compile(String source, String name) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var standard = compiler.getStandardFileManager(null, null, null);
        var outputs = new LinkedHashMap<String, ByteArrayOutputStream>();
        var manager = new ForwardingJavaFileManager<JavaFileManager>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + type.replace('.', '/')), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return outputs.computeIfAbsent(type, any -> new ByteArrayOutputStream());
                    }
                };
            }
        };
        var file = new SimpleJavaFileObject(URI.create("memory:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
                return source;
            }
        };
        var errors = new java.io.StringWriter();
        boolean well = compiler.getTask(
                        errors, manager, null, List.of("-proc:none", "-classpath", classPath()), null, List.of(file))
                .call();
        if (!well) {
            throw new IllegalArgumentException(errors.toString());
        }
        outputs.forEach((type, content) -> files.put(type.replace('.', '/') + ".class", content.toByteArray()));
    }

    private static String classPath() {
        return Stream.of(Message.class, ExtensionPoint.class, NonNull.class, Extensions.class)
                .map(PluginJars::placeOf)
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
