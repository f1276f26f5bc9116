package org.mangrove.testkit;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mangrove.i18n.Finding;
import org.mangrove.i18n.MessageFile;
import org.mangrove.i18n.MessageLint;
import org.mangrove.sdk.Message;

/** The messages that a plugin ships: {@code messages/<language>.properties} beside its classes. */
public final class PluginMessages {

    private final List<MessageFile> files;
    private final SortedMap<Locale, Map<String, String>> texts =
            new TreeMap<>(Comparator.comparing(Locale::toLanguageTag));

    private PluginMessages(List<MessageFile> files) {
        this.files = files;
        for (MessageFile file : files) {
            var words = new HashMap<String, String>();
            file.entries().forEach((key, entry) -> words.put(key, entry.text()));
            texts.put(file.locale(), words);
        }
    }

    /** @param beside any class of the plugin */
    public static PluginMessages of(Class<?> beside) {
        try {
            Path folder = Path.of(beside.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolve("messages");
            if (!Files.isDirectory(folder)) {
                return new PluginMessages(List.of());
            }
            try (Stream<Path> files = Files.list(folder)) {
                return new PluginMessages(files.sorted().map(MessageFile::read).toList());
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Set<Locale> locales() {
        return texts.keySet();
    }

    /** @throws NoSuchElementException if this language does not have the sentence */
    public String say(Message message, Locale locale) {
        String text = texts.getOrDefault(locale, Map.of()).get(message.key());
        if (text == null) {
            throw new NoSuchElementException(message.key() + " is not said in " + locale.toLanguageTag());
        }
        var format = new MessageFormat(text, ULocale.forLocale(locale));
        if (!message.arguments().keySet().containsAll(format.getArgumentNames())) {
            throw new NoSuchElementException("%s needs %s and is given %s"
                    .formatted(
                            message.key(),
                            format.getArgumentNames(),
                            message.arguments().keySet()));
        }
        var arguments = new HashMap<String, Object>();
        message.arguments().forEach((name, value) -> arguments.put(name, shown(value, locale)));
        return format.format(arguments);
    }

    private Object shown(Object value, Locale locale) {
        return switch (value) {
            case Message inner -> say(inner, locale);
            case LocalDate date -> Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
            default -> value;
        };
    }

    /** What a translator or the author has to mend; nothing, if all is whole. */
    public List<String> flaws() {
        String plugin = files.stream()
                .flatMap(file -> file.entries().keySet().stream())
                .map(key -> key.substring(0, Math.max(0, key.indexOf('.'))))
                .findFirst()
                .orElse("");
        if (files.isEmpty()) {
            return List.of();
        }
        return MessageLint.of(plugin, files, texts.keySet(), Map.of()).stream()
                .filter(Finding::isError)
                .map(Finding::toString)
                .toList();
    }
}
