package org.mangrove.core.adaptation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * A question of a market's own.
 *
 * @param kind with one right answer or with several
 * @param prompt by language
 * @param explanation by language; nothing if there is none
 */
public record OwnQuestion(
        BlockKind kind, Map<Locale, String> prompt, List<Option> options, Map<Locale, String> explanation) {

    /** As many as there are letters for on the page. */
    public static final List<String> LETTERS = List.of("a", "b", "c", "d", "e", "f");

    private static final int LONGEST_TEXT = 20_000;

    /** An answer to choose from, by language. @param feedback for whoever has chosen it */
    public record Option(String letter, Map<Locale, String> text, Map<Locale, String> feedback, boolean isRight) {}

    public OwnQuestion {
        options = List.copyOf(options);
    }

    /** @throws Refusal.Invalid if it asks nothing, or nobody could answer it */
    Block block(String id) {
        var fields = new TreeMap<String, Field>();
        put(fields, "prompt", prompt);
        put(fields, "explanation", explanation);
        var there = new ArrayList<String>();
        var right = new ArrayList<String>();
        for (Option option : options) {
            if (put(fields, "options." + option.letter() + ".text", option.text())) {
                there.add(option.letter());
                put(fields, "options." + option.letter() + ".feedback", option.feedback());
                if (option.isRight()) {
                    right.add(option.letter());
                }
            } else if (option.isRight()) {
                throw new Refusal.Invalid("options", Message.of("adaptation.question.right-is-empty"));
            }
        }
        fields.put("options", Field.ids(there));
        fields.put("correct", Field.ids(right));
        if (!fields.containsKey("prompt")) {
            throw new Refusal.Invalid("prompt", Message.of("adaptation.question.asks-nothing"));
        }
        mustBeWhole(kind, fields);
        return new Block(id, kind, fields);
    }

    /** @throws Refusal.Invalid if nobody could answer it */
    static void mustBeWhole(BlockKind kind, Map<String, Field> fields) {
        if (!BlockFields.isWhole(kind, fields)) {
            throw new Refusal.Invalid(
                    "options",
                    Message.of(
                            kind == BlockKind.SINGLE
                                    ? "adaptation.question.not-whole-single"
                                    : "adaptation.question.not-whole-multiple"));
        }
    }

    private static boolean put(Map<String, Field> fields, String path, Map<Locale, String> words) {
        var said = new TreeMap<String, String>();
        words.forEach((language, text) -> {
            if (text.length() > LONGEST_TEXT) {
                throw new Refusal.Invalid(
                        path, Message.of("adaptation.too-long").with("most", LONGEST_TEXT));
            }
            if (!text.isBlank()) {
                said.put(language.toLanguageTag(), text.strip());
            }
        });
        if (!said.isEmpty()) {
            fields.put(path, Field.words(said));
        }
        return !said.isEmpty();
    }
}
