package org.mangrove.i18n;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What our words are called in one language, and what they are not called there.
 *
 * <p>A file {@code glossary/<tag>.csv} has four columns: the English term, its translation, the words not to be used
 * (with {@code |} between them), and why. Fields hold no comma.
 */
public record Glossary(Locale locale, List<Term> terms) {

    /** @param avoided words that must not stand in a message of this language */
    public record Term(String english, String translation, List<String> avoided, String note) {}

    public Glossary {
        terms = List.copyOf(terms);
    }

    public static Map<String, Glossary> readAll(Path folder) {
        var glossaries = new TreeMap<String, Glossary>();
        if (!Files.isDirectory(folder)) {
            return glossaries;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                String tag = file.getFileName().toString().replaceFirst("\\.csv$", "");
                glossaries.put(tag, parse(Locale.forLanguageTag(tag), Files.readString(file, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
        return glossaries;
    }

    public static Glossary parse(Locale locale, String csv) {
        var terms = new ArrayList<Term>();
        for (String line : csv.lines().skip(1).filter(line -> !line.isBlank()).toList()) {
            String[] fields = line.split(",", -1);
            if (fields.length != 4) {
                throw new IllegalArgumentException("Four columns, not " + fields.length + ": " + line);
            }
            List<String> avoided = Arrays.stream(fields[2].split("\\|"))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
            terms.add(new Term(fields[0].strip(), fields[1].strip(), avoided, fields[3].strip()));
        }
        return new Glossary(locale, terms);
    }

    /** What {@code text} says that it should not, one sentence for each. */
    public List<String> complaints(String text) {
        var complaints = new ArrayList<String>();
        for (Term term : terms) {
            for (String word : term.avoided()) {
                if (contains(text, word)) {
                    complaints.add("\"%s\" is not said; for \"%s\" say \"%s\"%s"
                            .formatted(
                                    word,
                                    term.english(),
                                    term.translation(),
                                    term.note().isEmpty() ? "" : " (" + term.note() + ")"));
                }
            }
        }
        return complaints;
    }

    /** Whole words, in whatever case; in Chinese and Japanese, where nothing stands between words, anywhere. */
    private boolean contains(String text, String word) {
        if (Stream.of("ja", "zh", "th").anyMatch(locale.getLanguage()::equals)) {
            return text.contains(word);
        }
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }
}
