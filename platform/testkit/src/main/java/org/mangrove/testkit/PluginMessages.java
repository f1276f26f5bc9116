package org.mangrove.testkit;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mangrove.sdk.Message;

/** The messages that a plugin ships: {@code messages/<language>.properties} beside its classes. */
public final class PluginMessages {

    private static final Pattern PLURAL = Pattern.compile("\\{\\s*\\w+\\s*,\\s*(plural|selectordinal)\\s*,");
    private static final Pattern FORM = Pattern.compile("(zero|one|two|few|many|other)\\s*\\{");

    private final SortedMap<Locale, Map<String, String>> texts;

    private PluginMessages(SortedMap<Locale, Map<String, String>> texts) {
        this.texts = texts;
    }

    /** @param beside any class of the plugin */
    public static PluginMessages of(Class<?> beside) {
        try {
            Path folder = Path.of(beside.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolve("messages");
            var texts = new TreeMap<Locale, Map<String, String>>(Comparator.comparing(Locale::toLanguageTag));
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        String tag = file.getFileName().toString().replace(".properties", "");
                        texts.put(Locale.forLanguageTag(tag), read(file));
                    }
                }
            }
            return new PluginMessages(texts);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var words = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
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
        var flaws = new ArrayList<String>();
        Map<String, String> english = texts.getOrDefault(Locale.ENGLISH, Map.of());
        if (english.isEmpty() && !texts.isEmpty()) {
            flaws.add("messages/en.properties is missing: English is the source of all others");
        }
        texts.forEach((locale, words) -> {
            String tag = locale.toLanguageTag();
            english.keySet().stream()
                    .filter(key -> !words.containsKey(key))
                    .forEach(key -> flaws.add("%s: %s is missing".formatted(tag, key)));
            words.forEach((key, text) -> check(tag, key, text, english, flaws));
        });
        return flaws;
    }

    private static void check(String tag, String key, String text, Map<String, String> english, List<String> flaws) {
        String source = english.get(key);
        if (source == null) {
            flaws.add("%s: %s has no English source".formatted(tag, key));
            return;
        }
        try {
            Set<String> arguments = new MessageFormat(text, ULocale.forLanguageTag(tag)).getArgumentNames();
            Set<String> expected = new MessageFormat(source, ULocale.ENGLISH).getArgumentNames();
            if (!arguments.equals(expected)) {
                flaws.add("%s: %s has the arguments %s, English has %s".formatted(tag, key, arguments, expected));
            }
        } catch (IllegalArgumentException broken) {
            flaws.add("%s: %s cannot be read: %s".formatted(tag, key, broken.getMessage()));
        }
        if (PLURAL.matcher(text).find()) {
            var forms = new TreeSet<String>();
            FORM.matcher(text).results().forEach(form -> forms.add(form.group(1)));
            var missing = new TreeSet<>(
                    PluralRules.forLocale(ULocale.forLanguageTag(tag)).getKeywords());
            missing.removeAll(forms);
            if (!missing.isEmpty()) {
                flaws.add("%s: %s lacks the plural forms %s".formatted(tag, key, missing));
            }
        }
    }
}
