package org.mangrove.core.authoring.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.mangrove.core.authoring.Choices;
import org.mangrove.core.authoring.TableEdit;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * What somebody has written into a block, in one language. Only what the form had is touched.
 *
 * @param form as it was sent
 * @param customs in which the writer writes numbers
 */
record BlockForm(Locale language, Map<String, List<String>> form, Customs customs) {

    /** What the names of fields of words begin with; the path comes after it. */
    static final String WORDS = "words.";

    /** Longer than any text that is read on a page. */
    static final int LONGEST = 20_000;

    /** Of fields that are one line. */
    static final int LONGEST_LINE = 1_000;

    /** @return the block with all that was written, and with what the button asks for */
    Block applied(Block block) {
        Block written = block;
        for (String path : BlockFields.pathsOf(block)) {
            if (form.containsKey(WORDS + path)) {
                written = with(written, path, text(path));
            }
        }
        if (form.containsKey("tone") && written.kind() == BlockKind.CALLOUT) {
            written = written.with("tone", Field.neutral(tone()));
        }
        if (form.containsKey("correct.shown")) {
            written = withCorrect(written);
        }
        return acted(new StructureForm(form).applied(new QuestionForm(form, customs).applied(written)));
    }

    private Block with(Block block, String path, String text) {
        var words = new TreeMap<String, String>();
        if (block.find(path).orElse(Field.neutral("")) instanceof Field.Worded worded) {
            words.putAll(worded.words());
        }
        if (text.isEmpty()) {
            words.remove(language.toLanguageTag());
        } else {
            words.put(language.toLanguageTag(), text);
        }
        if (!words.isEmpty()) {
            return block.with(path, Field.words(words));
        }
        var fewer = new TreeMap<>(block.fields());
        fewer.remove(path);
        return new Block(block.id(), block.kind(), fewer);
    }

    private String text(String path) {
        String sent = first(WORDS + path);
        String text = path.equals("code") ? StructureForm.asItStands(sent) : clean(sent);
        int longest = isLong(path) ? LONGEST : LONGEST_LINE;
        if (text.length() > longest) {
            throw new Refusal.Invalid(
                    WORDS + path, Message.of("content.facts.too-long").with("limit", longest));
        }
        return text;
    }

    /** Whether it holds more than a line. */
    static boolean isLong(String path) {
        return List.of("body", "transcript", "prompt", "explanation", "feedback", "accepted", "summary", "low", "high")
                        .contains(path)
                || path.matches("scenes\\.[^.]+\\.text")
                || path.endsWith(".feedback")
                || List.of("code", "description").contains(path)
                || path.startsWith("parts.") && path.endsWith(".body");
    }

    private String tone() {
        String tone = first("tone");
        if (!BlockFields.TONES.contains(tone)) {
            throw DraftPlaces.unknown("tone");
        }
        return tone;
    }

    private Block withCorrect(Block block) {
        List<String> options = BlockFields.ids(block, "options");
        List<String> correct = form.getOrDefault("correct", List.of()).stream()
                .filter(options::contains)
                .distinct()
                .toList();
        if (correct.isEmpty()) {
            var fewer = new TreeMap<>(block.fields());
            fewer.remove("correct");
            return new Block(block.id(), block.kind(), fewer);
        }
        return block.with(
                "correct", Field.ids(options.stream().filter(correct::contains).toList()));
    }

    private Block acted(Block block) {
        String[] act = first("act").split(":", 2);
        String choice = act.length > 1 ? act[1] : "";
        return switch (act[0]) {
            case "add-choice" -> Choices.adding(block);
            case "remove-choice" -> Choices.removing(block, choice);
            case "choice-up" -> Choices.moving(block, choice, true);
            case "choice-down" -> Choices.moving(block, choice, false);
            case "add-row" -> TableEdit.adding(block, TableEdit.Line.ROW);
            case "remove-row" -> TableEdit.removing(block, TableEdit.Line.ROW, choice);
            case "row-up" -> TableEdit.moving(block, TableEdit.Line.ROW, choice, true);
            case "row-down" -> TableEdit.moving(block, TableEdit.Line.ROW, choice, false);
            case "add-column" -> TableEdit.adding(block, TableEdit.Line.COLUMN);
            case "remove-column" -> TableEdit.removing(block, TableEdit.Line.COLUMN, choice);
            case "column-back" -> TableEdit.moving(block, TableEdit.Line.COLUMN, choice, true);
            case "column-on" -> TableEdit.moving(block, TableEdit.Line.COLUMN, choice, false);
            case "code-by-language" -> StructureForm.byLanguage(block, language);
            case "code-for-all" -> StructureForm.forAll(block, language);
            case "add-target" -> ofTargets(block, targets -> Choices.adding(targets, Choices.TARGETS));
            case "remove-target" -> ofTargets(block, targets -> Choices.removing(targets, Choices.TARGETS, choice));
            case "target-up" -> ofTargets(block, targets -> Choices.moving(targets, Choices.TARGETS, choice, true));
            case "target-down" -> ofTargets(block, targets -> Choices.moving(targets, Choices.TARGETS, choice, false));
            default -> QuestionForm.acted(block, act[0], choice);
        };
    }

    private static Block ofTargets(Block block, UnaryOperator<Block> change) {
        return block.kind() == BlockKind.MATCH ? change.apply(block) : block;
    }

    /** The part of the page to which the button belongs that was pressed; empty if it was the one that saves. */
    String place() {
        String act = first("act");
        if (act.isEmpty()) {
            return "";
        }
        return act.contains("target")
                ? "#targets"
                : act.contains("scene") || act.contains("way") ? "#scenes" : "#choices";
    }

    private String first(String name) {
        return form.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** Browsers send lines that end with two characters; characters that nobody sees cannot be seen to be wrong. */
    private static String clean(String text) {
        return visible(text).strip();
    }

    static String visible(String text) {
        var clean = new StringBuilder();
        text.replace("\r\n", "\n")
                .codePoints()
                .filter(point -> point == '\n' || point == '\t' || !Character.isISOControl(point))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
