package org.mangrove.core.quality;

import java.util.Locale;

/**
 * How easy a text is to read, by a formula that was published for its language. A formula knows nothing of sense: it tells long
 * sentences and long words, which is what authors can mend.
 */
enum ReadingFormula {
    /**
     * R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948) 221–233:
     * 206.835 − 1.015 · words per sentence − 84.6 · syllables per word. 0 to 100, higher is easier.
     */
    FLESCH(true) {
        @Override
        double measure(TextFigures text) {
            return 206.835 - 1.015 * text.wordsPerSentence() - 84.6 * text.syllablesPerWord();
        }
    },
    /**
     * T. Amstad, "Wie verständlich sind unsere Zeitungen?", Zürich 1978: 180 − words per sentence − 58.5 · syllables per word,
     * which brings German onto Flesch's scale.
     */
    AMSTAD(true) {
        @Override
        double measure(TextFigures text) {
            return 180 - text.wordsPerSentence() - 58.5 * text.syllablesPerWord();
        }
    },
    /**
     * Y. Tateisi, Y. Ono, H. Yamada, "A computer readability formula of Japanese texts for machine scoring", COLING 1988,
     * 649–654, the short form RS': from the lengths of sentences and of runs in one script, and commas per full stop. The mean
     * of their corpus is 50, the standard deviation 10, higher is easier.
     */
    TATEISI(true) {
        @Override
        double measure(TextFigures text) {
            ScriptRuns runs = text.runs();
            return -0.12 * text.lettersPerSentence()
                    - 1.37 * runs.latin()
                    + 7.4 * runs.hiragana()
                    - 23.18 * runs.kanji()
                    - 5.4 * runs.katakana()
                    - 4.67 * runs.commasPerStop()
                    + 115.79;
        }
    },
    /**
     * C.-H. Björnsson, "Läsbarhet", Stockholm 1968: words per sentence plus the percentage of words of more than six letters.
     * Lower is easier. J. Anderson, "Lix and Rix: Variations on a little-known readability index", Journal of Reading 26 (1983)
     * 490–496, tried it on other languages. It needs no syllables, which Arabic script does not write in full.
     */
    LIX(false) {
        @Override
        double measure(TextFigures text) {
            return text.wordsPerSentence() + 100.0 * text.longWords() / text.words();
        }
    };

    private final boolean higherIsEasier;

    ReadingFormula(boolean higherIsEasier) {
        this.higherIsEasier = higherIsEasier;
    }

    /** @param text of at least one word */
    abstract double measure(TextFigures text);

    static ReadingFormula of(Locale language) {
        return switch (language.getLanguage()) {
            case "en" -> FLESCH;
            case "de" -> AMSTAD;
            case "ja" -> TATEISI;
            default -> LIX;
        };
    }

    boolean isEasyEnough(double measured, int limit) {
        return higherIsEasier ? measured >= limit : measured <= limit;
    }

    boolean isHarder(double one, double other) {
        return higherIsEasier ? one < other : one > other;
    }

    /** As a whole number that is on the same side of any limit. */
    int rounded(double measured) {
        return (int) (higherIsEasier ? Math.floor(measured) : Math.ceil(measured));
    }

    /** The name of the formula as messages select it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
