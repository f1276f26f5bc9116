package org.mangrove.core.quality;

import java.util.EnumMap;
import java.util.Map;

/**
 * How long the runs of characters of one script are in a Japanese text, on average; 0 where there are none.
 *
 * @param letters all of them, of whatever script, digits among them
 * @param commasPerStop how many commas there are for each end of a sentence
 */
record ScriptRuns(double latin, double hiragana, double katakana, double kanji, int letters, double commasPerStop) {

    private enum Script {
        LATIN,
        HIRAGANA,
        KATAKANA,
        KANJI,
        OTHER
    }

    /** @param sentences counts where no stop is written */
    static ScriptRuns of(String text, int sentences) {
        Map<Script, Integer> runs = new EnumMap<>(Script.class);
        Map<Script, Integer> characters = new EnumMap<>(Script.class);
        Script before = Script.OTHER;
        int letters = 0;
        int commas = 0;
        int stops = 0;
        for (int character : text.codePoints().toArray()) {
            Script script = script(character, before);
            if (script != Script.OTHER) {
                characters.merge(script, 1, Integer::sum);
                if (script != before) {
                    runs.merge(script, 1, Integer::sum);
                }
            }
            letters += Character.isLetterOrDigit(character) ? 1 : 0;
            commas += character == '、' || character == '，' ? 1 : 0;
            stops += character == '。' || character == '．' || character == '！' || character == '？' ? 1 : 0;
            before = script;
        }
        return new ScriptRuns(
                mean(Script.LATIN, characters, runs),
                mean(Script.HIRAGANA, characters, runs),
                mean(Script.KATAKANA, characters, runs),
                mean(Script.KANJI, characters, runs),
                letters,
                (double) commas / Math.max(1, stops == 0 ? sentences : stops));
    }

    private static Script script(int character, Script before) {
        if (character == 'ー') {
            return before == Script.HIRAGANA ? Script.HIRAGANA : Script.KATAKANA;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case LATIN -> Script.LATIN;
            case HIRAGANA -> Script.HIRAGANA;
            case KATAKANA -> Script.KATAKANA;
            case HAN -> Script.KANJI;
            default -> Script.OTHER;
        };
    }

    private static double mean(Script script, Map<Script, Integer> characters, Map<Script, Integer> runs) {
        return runs.containsKey(script) ? (double) characters.getOrDefault(script, 0) / runs.get(script) : 0;
    }
}
