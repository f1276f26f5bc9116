package org.mangrove.core.authoring.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.content.CodeText;
import org.mangrove.core.content.FileName;
import org.mangrove.core.content.FocalPoint;
import org.mangrove.core.content.TableFields;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * What somebody has said of a table, a piece of code, a picture or a file that is the same in every language. Only what the form had is
 * touched.
 *
 * @param form as it was sent
 */
record StructureForm(Map<String, List<String>> form) {

    Block applied(Block block) {
        return switch (block.kind()) {
            case TABLE -> sent("heads").map(heads -> heads(block, heads)).orElse(block);
            case CODE -> syntax(code(block));
            case IMAGE -> focus(block);
            case FILE -> sent("name").map(name -> name(block, name)).orElse(block);
            default -> block;
        };
    }

    private static Block heads(Block block, String heads) {
        if (!TableFields.HEADS.contains(heads)) {
            throw DraftPlaces.unknown("heads");
        }
        return block.with("heads", Field.neutral(heads));
    }

    private Block code(Block block) {
        boolean isWords =
                block.find("code").filter(Field.Worded.class::isInstance).isPresent();
        return sent("code")
                .filter(code -> !isWords)
                .map(code -> {
                    String text = asItStands(code);
                    if (text.length() > BlockForm.LONGEST) {
                        throw new Refusal.Invalid(
                                "code", Message.of("content.facts.too-long").with("limit", BlockForm.LONGEST));
                    }
                    return block.with("code", Field.neutral(text));
                })
                .orElse(block);
    }

    private Block syntax(Block block) {
        return sent("syntax")
                .map(String::strip)
                .map(syntax -> {
                    if (syntax.isEmpty()) {
                        return without(block, "syntax");
                    }
                    if (!CodeText.isSyntax(syntax)) {
                        throw new Refusal.Invalid("syntax", Message.of("authoring.code.no-syntax"));
                    }
                    return block.with("syntax", Field.neutral(syntax));
                })
                .orElse(block);
    }

    /** Both figures, or none. */
    private Block focus(Block block) {
        Optional<String> across = sent("focus.across").map(String::strip);
        Optional<String> down = sent("focus.down").map(String::strip);
        if (across.isEmpty() || down.isEmpty()) {
            return block;
        }
        if (across.get().isEmpty() && down.get().isEmpty()) {
            return without(block, "focus");
        }
        return FocalPoint.parse(across.get() + " " + down.get())
                .map(point -> block.with("focus", Field.neutral(point.text())))
                .orElseThrow(() -> new Refusal.Invalid("focus.across", Message.of("authoring.focus.no-place")));
    }

    /** Its ending says what it is, and stays. */
    private static Block name(Block block, String name) {
        String before =
                block.find("name").map(field -> field.in(List.of()).text()).orElse("");
        if (before.isEmpty()) {
            return block;
        }
        Optional<MediaType> type = MediaType.ofFile(before);
        if (!FileName.fits(name.strip(), type)) {
            throw new Refusal.Invalid(
                    "name",
                    Message.of("authoring.file.no-name")
                            .with("ending", type.map(MediaType::ending).orElse("")));
        }
        return block.with("name", Field.neutral(name.strip()));
    }

    /** From now on each language has its own. */
    static Block byLanguage(Block block, Locale language) {
        if (block.kind() != BlockKind.CODE
                || !(block.find("code").orElse(Field.words(Map.of("und", ""))) instanceof Field.Neutral(String code))) {
            return block;
        }
        return code.isBlank()
                ? without(block, "code")
                : block.with("code", Field.words(Map.of(language.toLanguageTag(), code)));
    }

    /** From now on all languages have what this one has. */
    static Block forAll(Block block, Locale language) {
        if (block.kind() != BlockKind.CODE) {
            return block;
        }
        return block.with(
                "code",
                Field.neutral(block.find("code")
                        .map(field -> field.in(List.of(language)).text())
                        .orElse("")));
    }

    /** Code keeps the spaces with which its lines begin. */
    static String asItStands(String sent) {
        return CodeText.withoutEmptyEdges(BlockForm.visible(sent));
    }

    private static Block without(Block block, String field) {
        var fewer = new TreeMap<>(block.fields());
        fewer.remove(field);
        return new Block(block.id(), block.kind(), fewer);
    }

    private Optional<String> sent(String name) {
        return form.getOrDefault(name, List.of()).stream().findFirst();
    }
}
