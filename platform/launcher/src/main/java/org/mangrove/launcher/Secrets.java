package org.mangrove.launcher;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The passwords of one state: drawn at random when first asked for, then the same for as long as the state lives. */
final class Secrets {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 32;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> known = new TreeMap<>();

    Secrets(Path file) {
        this.file = file;
        var properties = new Properties();
        try {
            if (Files.exists(file)) {
                properties.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        properties.stringPropertyNames().forEach(name -> known.put(name, properties.getProperty(name)));
    }

    /** Letters and digits only, so that no shell, URL or command file needs to escape it. */
    String of(String name) {
        return of(
                name,
                () -> random.ints(LENGTH, 0, LETTERS.length())
                        .mapToObj(LETTERS::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining()));
    }

    /** What was drawn when it was first asked for. */
    synchronized String of(String name, Supplier<String> draw) {
        String found = known.get(name);
        if (found != null) {
            return found;
        }
        String drawn = draw.get();
        known.put(name, drawn);
        save();
        return drawn;
    }

    synchronized void forget(String name) {
        if (known.remove(name) != null) {
            save();
        }
    }

    private void save() {
        String text = known.entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            PrivateFiles.write(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
