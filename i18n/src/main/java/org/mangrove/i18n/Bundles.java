package org.mangrove.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every sentence of the platform, per language, as {@code messages/<slice>/<tag>.properties} has it.
 *
 * <p>The files are found by looking through the place that this class came from, once.
 */
public final class Bundles {

    private static final String ROOT = "messages/";

    /** Holds the platform's bundles from their first use on. */
    private static final class Platform {
        static final Bundles BUNDLES = new Bundles(read());
    }

    private final Map<Locale, Map<String, String>> texts;

    private Bundles(Map<Locale, Map<String, String>> texts) {
        var copy = new HashMap<Locale, Map<String, String>>();
        texts.forEach((locale, words) -> copy.put(locale, Map.copyOf(words)));
        this.texts = Map.copyOf(copy);
    }

    /** The bundles that this module carries. */
    public static Bundles ofPlatform() {
        return Platform.BUNDLES;
    }

    /** Bundles of somebody's own. */
    public static Bundles of(Map<Locale, Map<String, String>> texts) {
        return new Bundles(texts);
    }

    public Map<Locale, Map<String, String>> texts() {
        return texts;
    }

    /** English first, since it is the source, then by tag. */
    public List<Locale> locales() {
        return texts.keySet().stream()
                .sorted(Comparator.<Locale, Boolean>comparing(locale -> !locale.equals(Locale.ENGLISH))
                        .thenComparing(Locale::toLanguageTag))
                .toList();
    }

    private static Map<Locale, Map<String, String>> read() {
        var texts = new TreeMap<Locale, Map<String, String>>(Comparator.comparing(Locale::toLanguageTag));
        for (String name : names()) {
            String file = name.substring(name.lastIndexOf('/') + 1);
            var locale = Locale.forLanguageTag(file.substring(0, file.length() - ".properties".length()));
            Map<String, String> words = texts.computeIfAbsent(locale, any -> new HashMap<>());
            load(name).forEach((key, text) -> {
                if (words.put((String) key, (String) text) != null) {
                    throw new IllegalStateException("\"%s\" is said twice in %s, once of it in %s"
                            .formatted(key, locale.toLanguageTag(), name));
                }
            });
        }
        return texts;
    }

    private static Properties load(String name) {
        var properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Bundles.class.getResourceAsStream("/" + name), name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
        return properties;
    }

    private static List<String> names() {
        URL anchor = Objects.requireNonNull(Bundles.class.getResource("Bundles.class"), "a class without a place");
        try {
            return anchor.openConnection() instanceof JarURLConnection jar ? namesIn(jar) : namesBelow(anchor.toURI());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look through " + anchor, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(anchor.toString(), e);
        }
    }

    private static List<String> namesIn(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        var names = new ArrayList<String>();
        try (var jar = connection.getJarFile()) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(ROOT) && name.endsWith(".properties"))
                    .forEach(names::add);
        }
        return names;
    }

    private static List<String> namesBelow(URI anchor) throws IOException {
        Path root = Path.of(anchor).resolve("../../../..").normalize();
        try (Stream<Path> files = Files.walk(root.resolve(ROOT))) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".properties"))
                    .toList();
        }
    }
}
