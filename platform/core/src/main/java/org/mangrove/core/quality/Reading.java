package org.mangrove.core.quality;

import static org.mangrove.core.quality.CriterionKind.READING_LEVEL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How easy the course is to read, language by language. What is measured is what is written in sentences: titles, options and
 * alternative texts are not. The place is the text that is hardest, where whoever mends it begins.
 */
final class Reading {

    private static final Set<String> IN_SENTENCES = Set.of(
            "summary", "body", "description", "transcript", "prompt", "explanation", "feedback", "hint", "low", "high");

    /** What a scenario tells, and what can be chosen in it. */
    private static final Pattern SCENE = Pattern.compile("scenes\\..+\\.text");

    /** A shorter text says little, and is not shown as the hardest. */
    private static final int WORDS_OF_THE_HARDEST = 20;

    private record Said(Place place, String paragraphs) {}

    private Reading() {}

    static void look(Subject subject, Tally tally) {
        var said = new ArrayList<Said>();
        subject.texts((place, text) -> {
            if (isInSentences(place.field())) {
                said.add(new Said(place, Prose.of(text).paragraphs()));
            }
        });
        for (String language : subject.languages()) {
            look(
                    subject,
                    tally,
                    Locale.forLanguageTag(language),
                    said.stream()
                            .filter(text -> text.place().language().equals(language))
                            .toList());
        }
    }

    /** Whether what stands in a field is written in sentences. */
    static boolean isInSentences(String field) {
        return IN_SENTENCES.contains(field.substring(field.lastIndexOf('.') + 1))
                || SCENE.matcher(field).matches();
    }

    /** The figure that is the limit of a language. */
    static String limit(Locale language) {
        Criterion criterion = RubricFile.PLATFORM.of(READING_LEVEL);
        return criterion.has(language.getLanguage()) ? language.getLanguage() : "other";
    }

    private static void look(Subject subject, Tally tally, Locale language, List<Said> said) {
        Criterion criterion = subject.criterion(READING_LEVEL);
        var whole = new StringBuilder();
        said.forEach(text -> whole.append(text.paragraphs()).append('\n'));
        TextFigures figures = TextFigures.of(whole.toString(), language);
        if (figures.words() < criterion.parameter("from-words")) {
            return;
        }
        ReadingFormula formula = ReadingFormula.of(language);
        double measured = formula.measure(figures);
        int limit = criterion.parameter(limit(language));
        Place hardest = hardest(formula, language, said);
        Tally.Look look = tally.look(READING_LEVEL, hardest);
        if (!formula.isEasyEnough(measured, limit)) {
            look.against(
                    Shortcoming.TOO_HARD,
                    Map.of(
                            "measured",
                            formula.rounded(measured),
                            "limit",
                            limit,
                            "formula",
                            formula.word(),
                            "words",
                            (int) Math.round(figures.wordsPerSentence())));
        }
    }

    private static Place hardest(ReadingFormula formula, Locale language, List<Said> said) {
        Place hardest = Place.of("", "", language.toLanguageTag());
        double most = Double.NaN;
        for (Said text : said) {
            TextFigures figures = TextFigures.of(text.paragraphs(), language);
            if (figures.words() >= WORDS_OF_THE_HARDEST) {
                double measured = formula.measure(figures);
                if (Double.isNaN(most) || formula.isHarder(measured, most)) {
                    most = measured;
                    hardest = text.place();
                }
            }
        }
        return hardest;
    }
}
