package org.mangrove.core.extension;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.mangrove.core.localization.MessageSource;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.ExtensionContract;
import org.mangrove.sdk.MangroveExtension;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.Sdk;
import org.pf4j.DefaultVersionManager;

/**
 * Looks through a jar before anything in it can run: that it is a jar and no trap, that its manifest is whole, that this
 * SDK fits it, that its extensions can be found, and that every class it uses is one that plugins see.
 */
final class JarInspection {

    static final long LARGEST_JAR = 50L << 20;

    private static final long LARGEST_UNPACKED = 200L << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final int CLASS_MAGIC_AND_VERSION = 8;
    private static final int NEWEST_CLASS_VERSION = 69;
    private static final String INDEX = "META-INF/extensions.idx";
    private static final String MESSAGES = "messages/";
    private static final Pattern UNSAFE_PATH = Pattern.compile("(^/)|(^|/)\\.\\.(/|$)|\\\\|:|\\p{Cntrl}");
    private static final List<String> NOT_THEIRS = List.of(
            "java/", "javax/", "jakarta/", "org/mangrove/core/", "org/mangrove/sdk/", "org/pf4j/", "org/slf4j/");

    private final PluginDescription description;
    private final MessageSource messages;

    private JarInspection(PluginDescription description, MessageSource messages) {
        this.description = description;
        this.messages = messages;
    }

    /** @throws Refusal.Invalid if this is no sound plugin; the reason says what to mend */
    static JarInspection of(Path jar) {
        try {
            byte[] bytes = Files.readAllBytes(jar);
            Map<String, byte[]> files = unpack(jar);
            Attributes manifest = manifest(files);
            PluginName name = name(manifest);
            String requires = requires(manifest);
            mustUseOnlyWhatPluginsSee(files);
            SortedSet<String> points = points(jar, files);
            String description = manifest.getValue("Plugin-Description");
            return new JarInspection(
                    new PluginDescription(
                            name, description == null ? "" : description, requires, digest(bytes), points),
                    messages(name, files));
        } catch (ZipException broken) {
            throw refused("no-jar");
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot read a plugin's jar", problem);
        }
    }

    PluginDescription description() {
        return description;
    }

    MessageSource messages() {
        return messages;
    }

    private static Map<String, byte[]> unpack(Path jar) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        long left = LARGEST_UNPACKED;
        try (var open = new JarFile(jar.toFile())) {
            if (open.size() > MOST_ENTRIES) {
                throw refused("too-many-files");
            }
            for (ZipEntry entry : Collections.list(open.entries())) {
                if (UNSAFE_PATH.matcher(entry.getName()).find()) {
                    throw new Refusal.Invalid(entry.getName(), message("unsafe-path"));
                }
                if (entry.isDirectory()) {
                    continue;
                }
                try (InputStream content = open.getInputStream(entry)) {
                    byte[] bytes = content.readNBytes((int) left + 1);
                    left -= bytes.length;
                    if (left < 0) {
                        throw refused("unpacks-too-large");
                    }
                    if (files.put(entry.getName(), bytes) != null) {
                        throw new Refusal.Invalid(entry.getName(), message("file-twice"));
                    }
                }
            }
        }
        return files;
    }

    private static Attributes manifest(Map<String, byte[]> files) throws IOException {
        byte[] content = files.get(JarFile.MANIFEST_NAME);
        if (content == null) {
            throw refused("no-manifest");
        }
        var manifest = new Manifest(new ByteArrayInputStream(content)).getMainAttributes();
        for (String forbidden : List.of("Plugin-Class", "Plugin-Dependencies", "Launcher-Agent-Class", "Class-Path")) {
            if (manifest.getValue(forbidden) != null) {
                throw new Refusal.Invalid(
                        forbidden, message("manifest-entry-forbidden").with("entry", forbidden));
            }
        }
        return manifest;
    }

    private static PluginName name(Attributes manifest) {
        String id = entry(manifest, "Plugin-Id");
        if (!PluginRules.isId(id)) {
            throw new Refusal.Invalid("Plugin-Id", message("wrong-id").with("found", shortened(id)));
        }
        String version = entry(manifest, "Plugin-Version");
        if (!PluginRules.isVersion(version)) {
            throw new Refusal.Invalid("Plugin-Version", message("wrong-version").with("found", shortened(version)));
        }
        return new PluginName(id, version);
    }

    private static String requires(Attributes manifest) {
        String requires = entry(manifest, "Plugin-Requires");
        boolean fits;
        try {
            fits = new DefaultVersionManager().checkVersionConstraint(Sdk.VERSION, requires);
        } catch (RuntimeException notUnderstood) {
            throw new Refusal.Invalid(
                    "Plugin-Requires", message("wrong-requires").with("found", shortened(requires)));
        }
        if (!fits) {
            throw new Refusal.Invalid(
                    "Plugin-Requires",
                    message("other-sdk").with("found", shortened(requires)).with("sdk", Sdk.VERSION));
        }
        return requires;
    }

    private static String entry(Attributes manifest, String name) {
        String value = manifest.getValue(name);
        if (value == null || value.isBlank()) {
            throw new Refusal.Invalid(name, message("manifest-entry-missing").with("entry", name));
        }
        return value;
    }

    private static void mustUseOnlyWhatPluginsSee(Map<String, byte[]> files) {
        var shown = new SdkOnlyLoader(JarInspection.class.getClassLoader());
        var checked = new HashMap<String, Boolean>();
        for (var file : files.entrySet()) {
            String path = file.getKey();
            if (!path.endsWith(".class") || path.equals("module-info.class")) {
                continue;
            }
            if (NOT_THEIRS.stream().anyMatch(path::startsWith)) {
                throw new Refusal.Invalid(path, message("not-its-package"));
            }
            for (String used : classesUsedBy(path, file.getValue())) {
                if (!files.containsKey(used + ".class") && !checked.computeIfAbsent(used, it -> isShown(it, shown))) {
                    throw new Refusal.Invalid(path, message("unseen-class").with("name", used.replace('/', '.')));
                }
            }
        }
    }

    private static SortedSet<String> classesUsedBy(String path, byte[] content) {
        if (content.length < CLASS_MAGIC_AND_VERSION) {
            throw new Refusal.Invalid(path, message("broken-class"));
        }
        try {
            ClassModel model = ClassFile.of().parse(content);
            if (model.majorVersion() > NEWEST_CLASS_VERSION) {
                throw new Refusal.Invalid(path, message("too-new-java"));
            }
            var used = new TreeSet<String>();
            model.constantPool().forEach(entry -> {
                if (entry instanceof ClassEntry type) {
                    used.add(elementOf(type.asInternalName()));
                }
            });
            used.remove("");
            return used;
        } catch (IllegalArgumentException broken) {
            throw new Refusal.Invalid(path, message("broken-class"));
        }
    }

    /** {@code [[Lcom/example/A;} is about {@code com/example/A}; an array of numbers is about nothing. */
    private static String elementOf(String name) {
        if (!name.startsWith("[")) {
            return name;
        }
        String element = name.substring(name.lastIndexOf('[') + 1);
        return element.startsWith("L") ? element.substring(1, element.length() - 1) : "";
    }

    private static boolean isShown(String name, ClassLoader shown) {
        try {
            Class.forName(name.replace('/', '.'), false, shown);
            return true;
        } catch (ClassNotFoundException | LinkageError hidden) {
            return false;
        }
    }

    private static SortedSet<String> points(Path jar, Map<String, byte[]> files) {
        byte[] index = files.get(INDEX);
        List<String> names = index == null
                ? List.of()
                : new String(index, StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (names.isEmpty()) {
            throw new Refusal.Invalid(INDEX, message("no-extensions"));
        }
        var points = new TreeSet<String>();
        try (var loader = new URLClassLoader(
                new URL[] {jar.toUri().toURL()}, new SdkOnlyLoader(JarInspection.class.getClassLoader()))) {
            for (String name : names) {
                points.addAll(pointsOf(name, loader));
            }
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot read a plugin's jar", problem);
        }
        return Collections.unmodifiableSortedSet(points);
    }

    private static List<String> pointsOf(String name, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (Arrays.stream(type.getConstructors()).noneMatch(constructor -> constructor.getParameterCount() == 0)) {
                throw new Refusal.Invalid(name, message("unusable-extension"));
            }
            List<String> points = allInterfaces(type)
                    .filter(point -> point.isAnnotationPresent(ExtensionContract.class))
                    .map(Class::getSimpleName)
                    .toList();
            if (points.isEmpty() || !MangroveExtension.class.isAssignableFrom(type)) {
                throw new Refusal.Invalid(name, message("no-point"));
            }
            return points;
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new Refusal.Invalid(name, message("unusable-extension"));
        }
    }

    private static Stream<Class<?>> allInterfaces(Class<?> type) {
        Stream<Class<?>> own = Arrays.stream(type.getInterfaces())
                .flatMap(found -> Stream.concat(Stream.of(found), allInterfaces(found)));
        Class<?> parent = type.getSuperclass();
        return (parent == null ? own : Stream.concat(own, allInterfaces(parent))).distinct();
    }

    private static MessageSource messages(PluginName name, Map<String, byte[]> files) throws IOException {
        var texts = new HashMap<Locale, Map<String, String>>();
        for (var file : files.entrySet()) {
            String path = file.getKey();
            if (path.startsWith(MESSAGES) && path.endsWith(".properties")) {
                var properties = new Properties();
                properties.load(new StringReader(new String(file.getValue(), StandardCharsets.UTF_8)));
                var words = new HashMap<String, String>();
                for (String key : properties.stringPropertyNames()) {
                    if (!key.startsWith(name.id() + ".")) {
                        throw new Refusal.Invalid(path, message("foreign-key").with("key", shortened(key)));
                    }
                    words.put(key, properties.getProperty(key));
                }
                String tag = path.substring(MESSAGES.length(), path.length() - ".properties".length());
                texts.put(Locale.forLanguageTag(tag), words);
            }
        }
        if (!texts.isEmpty() && !texts.containsKey(Locale.ENGLISH)) {
            throw new Refusal.Invalid(MESSAGES, message("no-english"));
        }
        return new MessageSource(name.id(), name.version(), texts);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String shortened(String found) {
        return found.length() <= 60 ? found : found.substring(0, 60) + "…";
    }

    private static Message message(String what) {
        return Message.of("extension.jar." + what);
    }

    private static Refusal.Invalid refused(String what) {
        return new Refusal.Invalid(message(what));
    }
}
