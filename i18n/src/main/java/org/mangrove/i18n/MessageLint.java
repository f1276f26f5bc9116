package org.mangrove.i18n;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mangrove.i18n.Finding.Severity;

/**
 * Keeps messages whole: every language says the same, with the same arguments, in all forms that CLDR knows of it.
 *
 * <p>It looks after the platform's messages ({@link #ofPlatform}) and, in the same way, after those of a plugin
 * ({@link #ofPlugin}). English is the source.
 */
public final class MessageLint {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
    private static final Pattern HTML = Pattern.compile("<\\s*/?[A-Za-z!]|&(#\\d+|[a-zA-Z]+);");
    private static final Pattern PROGRAMS_OWN = Pattern.compile("[\\uFDD0-\\uFDEF\\u2066-\\u2069\\u202A-\\u202E]");

    private final Set<Locale> complete;
    private final Map<String, Glossary> glossaries;
    private final List<Finding> findings = new ArrayList<>();

    private MessageLint(Set<Locale> complete, Map<String, Glossary> glossaries) {
        this.complete = complete;
        this.glossaries = glossaries;
    }

    /**
     * @param root the project's folder, with {@code i18n} and {@code platform} in it
     * @param complete languages that must say everything; of others the untranslated share is told
     */
    public static List<Finding> ofPlatform(Path root, Set<Locale> complete) {
        var lint = new MessageLint(complete, Glossary.readAll(root.resolve("i18n/glossary")));
        MessageUse use = MessageUse.in(List.of(root.resolve("platform")));
        var all = new HashSet<String>();
        for (Path folder : list(root.resolve("i18n/messages"), Files::isDirectory)) {
            List<MessageFile> files = filesIn(folder);
            lint.check(folder.getFileName().toString(), files);
            files.stream().filter(MessageLint::isEnglish).forEach(file -> {
                all.addAll(file.entries().keySet());
                lint.checkUnused(file, use);
            });
        }
        lint.checkSaid(all, use, key -> true);
        return lint.sorted();
    }

    /**
     * @param folder the plugin's folder, whose name is its id
     * @param complete languages that must say everything
     */
    public static List<Finding> ofPlugin(Path folder, Set<Locale> complete) {
        Path here = folder.toAbsolutePath().normalize();
        String id = here.getFileName().toString();
        var lint = new MessageLint(complete, Map.of());
        List<MessageFile> files = filesIn(here.resolve("src/main/resources/messages"));
        if (!files.isEmpty()) {
            lint.check(id, files);
        }
        MessageUse use = MessageUse.in(List.of(here.resolve("src/main")));
        var all = new HashSet<String>();
        files.stream().filter(MessageLint::isEnglish).forEach(file -> {
            all.addAll(file.entries().keySet());
            lint.checkUnused(file, use);
        });
        lint.checkSaid(all, use, key -> key.startsWith(id + "."));
        return lint.sorted();
    }

    /** The files of one slice or plugin, whose keys all start with {@code prefix} and a dot. */
    public static List<Finding> of(
            String prefix, List<MessageFile> files, Set<Locale> complete, Map<String, Glossary> glossaries) {
        var lint = new MessageLint(complete, glossaries);
        lint.check(prefix, files);
        return lint.sorted();
    }

    /** What the code says that nobody has words for, and what nobody says. */
    static List<Finding> of(MessageFile english, MessageUse use) {
        var lint = new MessageLint(Set.of(), Map.of());
        lint.checkUnused(english, use);
        lint.checkSaid(english.entries().keySet(), use, key -> true);
        return lint.sorted();
    }

    private void check(String prefix, List<MessageFile> files) {
        Optional<MessageFile> source =
                files.stream().filter(MessageLint::isEnglish).findFirst();
        if (source.isEmpty()) {
            findings.add(new Finding(Severity.ERROR, prefix, "", "There is no en.properties: English is the source"));
            return;
        }
        MessageFile english = source.get();
        checkLanguages(prefix, english, files);
        for (MessageFile file : files) {
            file.repeated().forEach(key -> error(file, key, "stands in this file twice"));
            file.entries().forEach((key, entry) -> checkEntry(prefix, english, file, key, entry));
            checkShare(english, file);
        }
    }

    private void checkLanguages(String prefix, MessageFile english, List<MessageFile> files) {
        var present = new HashSet<Locale>();
        files.forEach(file -> present.add(file.locale()));
        for (Locale locale : complete) {
            if (!present.contains(locale) && !english.entries().isEmpty()) {
                findings.add(new Finding(
                        Severity.ERROR, prefix, "", "There is no " + locale.toLanguageTag() + ".properties"));
            }
        }
    }

    private void checkEntry(String prefix, MessageFile english, MessageFile file, String key, MessageFile.Entry entry) {
        String text = entry.text();
        if (!key.startsWith(prefix + ".") || !KEY.matcher(key).matches()) {
            error(file, key, "is not named %s.thing.what-it-says".formatted(prefix));
        }
        if (text.isBlank()) {
            error(file, key, "says nothing");
        } else if (!text.equals(text.strip())) {
            error(file, key, "begins or ends with a blank");
        }
        if (HTML.matcher(text).find()) {
            error(file, key, "holds HTML; markup belongs into the page");
        }
        if (PROGRAMS_OWN.matcher(text).find()) {
            error(file, key, "holds a control for directions, or a character that is none; isolation comes by itself");
        }
        glossaryOf(file.locale())
                .ifPresent(glossary -> glossary.complaints(text).forEach(complaint -> error(file, key, complaint)));
        checkPattern(english, file, key, entry);
    }

    private void checkPattern(MessageFile english, MessageFile file, String key, MessageFile.Entry entry) {
        MessageFile.Entry source = english.entries().get(key);
        if (source == null) {
            error(file, key, "has no English");
        }
        Optional<Wording> wording = wording(file, key, entry.text());
        if (wording.isEmpty()) {
            return;
        }
        checkFormats(file, key, wording.get());
        wording.get().choices().forEach(choice -> checkPlural(file, key, choice));
        if (file.equals(english)) {
            checkComment(file, key, entry, wording.get());
        } else if (source != null) {
            wordingOf(source.text())
                    .filter(original ->
                            !original.arguments().equals(wording.get().arguments()))
                    .ifPresent(original -> error(
                            file,
                            key,
                            "has the arguments %s, the English %s"
                                    .formatted(wording.get().arguments(), original.arguments())));
        }
    }

    private Optional<Wording> wording(MessageFile file, String key, String text) {
        try {
            return Optional.of(Wording.of(text));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            error(file, key, "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Wording> wordingOf(String text) {
        try {
            return Optional.of(Wording.of(text));
        } catch (IllegalArgumentException | IndexOutOfBoundsException saidAlready) {
            return Optional.empty();
        }
    }

    private void checkFormats(MessageFile file, String key, Wording wording) {
        for (String format : wording.formats()) {
            if (!format.equals("number") && !format.equals("spellout")) {
                error(
                        file,
                        key,
                        "asks for \"%s\"; a plain {argument} is said by the tenant's own customs".formatted(format));
            }
        }
    }

    private void checkComment(MessageFile file, String key, MessageFile.Entry entry, Wording wording) {
        for (String argument : wording.arguments()) {
            if (!entry.comment().contains("{" + argument + "}")) {
                error(file, key, "has no comment above it that says what {%s} is".formatted(argument));
            }
        }
    }

    private void checkPlural(MessageFile file, String key, Wording.Choice choice) {
        PluralRules rules = PluralRules.forLocale(ULocale.forLocale(file.locale()), choice.type());
        var missing = new TreeSet<>(rules.getKeywords());
        missing.removeIf(form -> choice.selectors().contains(form) || isSaidByNumber(rules, form, choice.selectors()));
        for (String form : missing) {
            String problem = "has no form \"%s\" of {%s}, which %s has"
                    .formatted(form, choice.argument(), file.locale().getDisplayLanguage(Locale.ENGLISH));
            findings.add(
                    new Finding(isRare(rules, form) ? Severity.WARNING : Severity.ERROR, file.name(), key, problem));
        }
        choice.selectors().stream()
                .filter(form -> !form.startsWith("=") && !rules.getKeywords().contains(form))
                .forEach(form -> warn(
                        file,
                        key,
                        "has a form \"%s\" of {%s} that is never chosen".formatted(form, choice.argument())));
    }

    /** {@code =2} stands in for a form that means the number two and nothing else. */
    private static boolean isSaidByNumber(PluralRules rules, String form, Set<String> selectors) {
        double value = rules.getUniqueKeywordValue(form);
        return value != PluralRules.NO_UNIQUE_VALUE && selectors.contains("=" + (long) value);
    }

    /** Such as {@code many} in French, which is for millions. */
    private static boolean isRare(PluralRules rules, String form) {
        for (int number = 0; number < 1000; number++) {
            if (rules.select(number).equals(form)) {
                return false;
            }
        }
        return true;
    }

    private void checkShare(MessageFile english, MessageFile file) {
        if (file.equals(english) || english.entries().isEmpty()) {
            return;
        }
        var untranslated = new TreeSet<>(english.entries().keySet());
        untranslated.removeAll(file.entries().keySet());
        if (untranslated.isEmpty()) {
            return;
        }
        if (complete.contains(file.locale())) {
            untranslated.forEach(key -> error(file, key, "is not translated"));
        } else {
            long share =
                    Math.round(100.0 * untranslated.size() / english.entries().size());
            findings.add(new Finding(Severity.WARNING, file.name(), "", share + " % is not translated"));
        }
    }

    private void checkUnused(MessageFile english, MessageUse use) {
        english.entries().keySet().stream()
                .filter(key -> !use.mentions(key))
                .forEach(key -> error(english, key, "is said nowhere"));
    }

    private void checkSaid(Set<String> known, MessageUse use, Predicate<String> ours) {
        use.said().forEach((key, file) -> {
            if (ours.test(key) && !known.contains(key)) {
                findings.add(new Finding(Severity.ERROR, file, key, "is said, and has no words"));
            }
        });
    }

    private Optional<Glossary> glossaryOf(Locale locale) {
        return Optional.ofNullable(glossaries.get(locale.toLanguageTag()))
                .or(() -> Optional.ofNullable(glossaries.get(locale.getLanguage())));
    }

    private void error(MessageFile file, String key, String problem) {
        findings.add(new Finding(Severity.ERROR, file.name(), key, problem));
    }

    private void warn(MessageFile file, String key, String problem) {
        findings.add(new Finding(Severity.WARNING, file.name(), key, problem));
    }

    private List<Finding> sorted() {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::file)
                        .thenComparing(Finding::key))
                .toList();
    }

    private static boolean isEnglish(MessageFile file) {
        return file.locale().equals(Locale.ENGLISH);
    }

    private static List<MessageFile> filesIn(Path folder) {
        return list(folder, file -> file.toString().endsWith(".properties")).stream()
                .map(MessageFile::read)
                .toList();
    }

    private static List<Path> list(Path folder, Predicate<Path> which) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(which).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look through " + folder, e);
        }
    }
}
