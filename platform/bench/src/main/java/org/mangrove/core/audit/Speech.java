package org.mangrove.core.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Says sentences in a language in the way of what the platform and its courses say themselves: each word follows one that it follows
 * there. So runs of words are the same in texts of different hands as often as they are in a language, or rather more often.
 */
final class Speech {

    static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("ar"), Locale.JAPANESE);

    private static final int SHORTEST = 7;
    private static final int LONGEST = 19;

    /** How often an author leads over to what the course is about. */
    private static final double ABOUT_THE_TOPIC = 0.3;

    private final Locale language;
    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> after = new HashMap<>();

    private Speech(Locale language) {
        this.language = language;
    }

    /** @param project whose messages and courses are read */
    static Map<Locale, Speech> learnt(Path project) {
        var all = new HashMap<Locale, Speech>();
        for (Locale language : LANGUAGES) {
            var speech = new Speech(language);
            for (String folder : List.of("i18n/messages", "platform/demonstration/src", "plugins")) {
                speech.learn(project.resolve(folder));
            }
            all.put(language, speech);
        }
        return all;
    }

    private void learn(Path folder) {
        String ending = "(?:.*[./])?" + language.toLanguageTag() + "\\.(?:properties|yaml|vtt)";
        var tokens = new Words();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> !each.toString().contains("/target/"))
                    .filter(each -> folder.relativize(each).toString().matches(ending))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    String said = line.strip()
                            .replaceFirst("^[#-].*$", "")
                            .replaceFirst("^[\\w.-]+\\s*[=:]", "")
                            .replaceAll("\\{[^}]*}?", " ");
                    List<String> run = tokens.of(said, language);
                    for (int at = 0; at < run.size(); at++) {
                        words.add(run.get(at));
                        if (at > 0) {
                            after.computeIfAbsent(run.get(at - 1), first -> new ArrayList<>())
                                    .add(run.get(at));
                        }
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String word(SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    /** @param topic words that this text is about */
    String sentence(SplittableRandom random, List<String> topic) {
        int length = random.nextInt(SHORTEST, LONGEST);
        var said = new ArrayList<String>();
        String last = word(random);
        while (said.size() < length) {
            said.add(last);
            List<String> next = after.get(last);
            last = next == null || random.nextDouble() < ABOUT_THE_TOPIC
                    ? topic.get(random.nextInt(topic.size()))
                    : next.get(random.nextInt(next.size()));
        }
        return joined(said);
    }

    String joined(List<String> said) {
        return language.equals(Locale.JAPANESE) ? String.join("", said) + "。" : String.join(" ", said) + ".";
    }

    /** The same with some words put in the place of others, by somebody who goes over it. */
    String rewritten(String text, double share, SplittableRandom random) {
        var sentences = new ArrayList<String>();
        var tokens = new Words();
        for (String sentence : text.split("(?<=[.。])\\s*")) {
            // What is cited stays: it is no word.
            if (sentence.contains("](") || sentence.contains("§") || sentence.matches(".*\\p{Nd}.*")) {
                sentences.add(sentence);
                continue;
            }
            List<String> changed = tokens.of(sentence, language).stream()
                    .map(word -> random.nextDouble() < share ? word(random) : word)
                    .toList();
            sentences.add(joined(changed));
        }
        return String.join(" ", sentences);
    }
}
