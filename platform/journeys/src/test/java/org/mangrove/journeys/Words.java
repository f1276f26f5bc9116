package org.mangrove.journeys;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.mangrove.launcher.Distribution;

/** What pages say in German, by its key. */
final class Words {

    private Words() {}

    static String of(String key) {
        String slice = key.substring(0, key.indexOf('.'));
        Path file = Distribution.found().project().resolve("i18n/messages/" + slice + "/de.properties");
        var all = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Objects.requireNonNull(all.getProperty(key), key);
    }
}
