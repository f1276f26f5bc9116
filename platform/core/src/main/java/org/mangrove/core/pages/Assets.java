package org.mangrove.core.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stylesheet, scripts, fonts and icons that pages refer to.
 *
 * <p>The build names each by its content, so that a browser may keep it for ever, and lists the names in a manifest.
 */
@ApplicationScoped
public class Assets {

    /** How a file can be had. */
    public enum Encoding {
        BROTLI("br", ".br"),
        GZIP("gzip", ".gz"),
        IDENTITY("identity", "");

        private final String token;
        private final String suffix;

        Encoding(String token, String suffix) {
            this.token = token;
            this.suffix = suffix;
        }

        /** As HTTP calls it. */
        public String token() {
            return token;
        }
    }

    private static final String FOLDER = "/assets/";

    private final Map<String, String> published = new HashMap<>();
    private final Map<String, Boolean> turning = new HashMap<>();
    private final Map<String, Optional<byte[]>> files = new ConcurrentHashMap<>();

    public Assets() {
        var manifest = new Properties();
        try (InputStream in = Assets.class.getResourceAsStream(FOLDER + "manifest.properties")) {
            if (in != null) {
                manifest.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
        for (String name : manifest.stringPropertyNames()) {
            if (name.startsWith("icon.")) {
                turning.put(
                        name.substring("icon.".length()),
                        manifest.getProperty(name).equals("turns"));
            } else {
                published.put(name, manifest.getProperty(name));
            }
        }
    }

    /** Where browsers find the file. */
    public String url(String name) {
        return FOLDER + published.getOrDefault(name, name);
    }

    /** Whether an icon points somewhere. */
    public boolean turnsWithDirection(String icon) {
        return turning.getOrDefault(icon, false);
    }

    /** The names of all icons. */
    public Iterable<String> icons() {
        return Collections.unmodifiableSet(turning.keySet());
    }

    /** @param publishedName as the manifest has it, with the sign of its content */
    public Optional<byte[]> find(String publishedName, Encoding encoding) {
        if (!published.containsValue(publishedName)) {
            return Optional.empty();
        }
        return files.computeIfAbsent(publishedName + encoding.suffix, Assets::read);
    }

    private static Optional<byte[]> read(String file) {
        try (InputStream in = Assets.class.getResourceAsStream(FOLDER + file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }
}
