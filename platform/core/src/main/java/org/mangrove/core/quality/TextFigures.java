package org.mangrove.core.quality;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What can be counted of a text. Sentences and words end where ICU says so for the language; a paragraph ends a sentence. Numbers
 * are no words: how many syllables they have is nobody's to say.
 *
 * @param letters of words, without marks that are written above and below
 * @param longWords of more than six letters
 */
record TextFigures(int sentences, int words, int syllables, int letters, int longWords, ScriptRuns runs) {

    private static final int LONG = 6;

    /** Vowel signs and the stroke that only makes a word wider. */
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640]");

    static TextFigures of(String text, Locale language) {
        int sentences = 0;
        int syllables = 0;
        int letters = 0;
        int longWords = 0;
        int words = 0;
        for (String sentence : pieces(text, BreakIterator.getSentenceInstance(language))) {
            List<String> inIt = words(sentence, language);
            if (!inIt.isEmpty()) {
                sentences++;
            }
            for (String word : inIt) {
                String bare = MARKS.matcher(word).replaceAll("");
                int length = bare.codePointCount(0, bare.length());
                words++;
                letters += length;
                longWords += length > LONG ? 1 : 0;
                syllables += Syllables.of(word, language);
            }
        }
        return new TextFigures(sentences, words, syllables, letters, longWords, ScriptRuns.of(text, sentences));
    }

    double wordsPerSentence() {
        return (double) words / sentences;
    }

    double syllablesPerWord() {
        return (double) syllables / words;
    }

    double lettersPerSentence() {
        return (double) runs.letters() / sentences;
    }

    private static List<String> words(String sentence, Locale language) {
        return pieces(sentence, BreakIterator.getWordInstance(language)).stream()
                .filter(piece -> piece.codePoints().anyMatch(Character::isLetter))
                .toList();
    }

    private static List<String> pieces(String text, BreakIterator by) {
        by.setText(text);
        var pieces = new ArrayList<String>();
        int from = by.first();
        for (int to = by.next(); to != BreakIterator.DONE; from = to, to = by.next()) {
            pieces.add(text.substring(from, to));
        }
        return pieces;
    }
}
