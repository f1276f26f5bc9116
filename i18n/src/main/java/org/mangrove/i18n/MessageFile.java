package org.mangrove.i18n;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * One file of messages as its authors see it: with the comments, and with a key that stands there twice.
 *
 * @param name the file's path, for findings
 * @param entries in the order of the file
 * @param repeated keys that the file has more than once
 */
public record MessageFile(String name, Locale locale, Map<String, Entry> entries, List<String> repeated) {

    /** @param comment what the lines above say to translators, up to the nearest empty line; empty if nothing */
    public record Entry(String text, String comment) {}

    public MessageFile {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        repeated = List.copyOf(repeated);
    }

    public static MessageFile read(Path file) {
        String tag = file.getFileName().toString().replaceFirst("\\.properties$", "");
        try {
            return parse(
                    file.normalize().toString(),
                    Locale.forLanguageTag(tag),
                    Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    public static MessageFile parse(String name, Locale locale, String content) {
        var entries = new LinkedHashMap<String, Entry>();
        var repeated = new ArrayList<String>();
        var comment = new StringBuilder();
        var statement = new StringBuilder();
        for (String line : content.lines().toList()) {
            String start = line.stripLeading();
            if (statement.isEmpty() && start.isEmpty()) {
                comment.setLength(0);
            } else if (statement.isEmpty() && (start.startsWith("#") || start.startsWith("!"))) {
                comment.append(start.substring(1).strip()).append('\n');
            } else {
                statement.append(line).append('\n');
                if (!isContinued(line)) {
                    load(statement).forEach((key, text) -> {
                        var entry = new Entry((String) text, comment.toString().strip());
                        if (entries.put((String) key, entry) != null) {
                            repeated.add((String) key);
                        }
                    });
                    statement.setLength(0);
                }
            }
        }
        return new MessageFile(name, locale, entries, repeated);
    }

    private static boolean isContinued(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static Properties load(CharSequence statement) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(statement.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("A string was not readable", e);
        }
        return properties;
    }
}
