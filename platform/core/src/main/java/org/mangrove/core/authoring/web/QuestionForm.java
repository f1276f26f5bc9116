package org.mangrove.core.authoring.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mangrove.core.authoring.Scenes;
import org.mangrove.core.content.Amount;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.Branches;
import org.mangrove.core.content.Region;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * What somebody has written into a question that is the same in every language: which things belong together, a number and how near to it
 * is near enough, places in a picture, where choices lead. Only what the form had is touched.
 *
 * @param customs in which the writer writes numbers
 */
record QuestionForm(Map<String, List<String>> form, Customs customs) {

    static final String PAIR = "pair.";
    static final String SHAPE = "shape.";
    static final String FIGURES = "figures.";
    static final String END = "end.";
    static final String TO = "to.";

    Block applied(Block block) {
        return switch (block.kind()) {
            case MATCH -> paired(block);
            case NUMBER -> measured(block);
            case HOTSPOT -> placed(block);
            case SCENARIO -> led(block);
            default -> block;
        };
    }

    /** What a button of a scenario asks for. */
    static Block acted(Block block, String act, String subject) {
        if (block.kind() != BlockKind.SCENARIO) {
            return block;
        }
        String[] parts = subject.split(":", 2);
        return switch (act) {
            case "add-scene" -> Scenes.adding(block);
            case "remove-scene" -> Scenes.removing(block, subject);
            case "scene-up" -> Scenes.moving(block, subject, true);
            case "scene-down" -> Scenes.moving(block, subject, false);
            case "add-way" -> Scenes.addingWay(block, subject);
            case "remove-way" -> Scenes.removingWay(block, parts[0], parts.length < 2 ? "" : parts[1]);
            default -> block;
        };
    }

    private Block paired(Block block) {
        List<String> targets = BlockFields.ids(block, "targets");
        Block changed = block;
        for (String option : BlockFields.ids(block, "options")) {
            Optional<String> target = said(PAIR + option);
            if (target.isPresent()) {
                mustBeOneOf(targets, target.get(), PAIR + option);
                changed = with(changed, BlockFields.PAIRS + option, target.get());
            }
        }
        return changed;
    }

    private Block measured(Block block) {
        Block changed = block;
        Optional<String> value = said("value");
        if (value.isPresent()) {
            changed = with(changed, "value", number("value", value.get()));
        }
        Optional<String> tolerance = said("tolerance");
        if (tolerance.isPresent()) {
            String size = number("tolerance", tolerance.get());
            String written = size.isEmpty()
                            || !said("tolerance.kind").filter("share"::equals).isPresent()
                    ? size
                    : size + "%";
            if (!written.isEmpty() && !Amount.isTolerance(written)) {
                throw notANumber("tolerance");
            }
            changed = with(changed, "tolerance", written);
        }
        return changed;
    }

    private String number(String field, String written) {
        return written.isEmpty()
                ? ""
                : customs.readNumber(written)
                        .map(BigDecimal::toPlainString)
                        .filter(Amount::isValue)
                        .orElseThrow(() -> notANumber(field));
    }

    private Refusal.Invalid notANumber(String field) {
        return new Refusal.Invalid(
                field, Message.of("authoring.number.not-one").with("example", customs.exact(new BigDecimal("1234.5"))));
    }

    private Block placed(Block block) {
        Block changed = block;
        for (String option : BlockFields.ids(block, "options")) {
            Optional<String> figures = said(FIGURES + option);
            if (figures.isPresent()) {
                String written = figures.get().isEmpty()
                        ? ""
                        : Region.parse(said(SHAPE + option).orElse("") + " " + figures.get())
                                .orElseThrow(() -> new Refusal.Invalid(
                                        FIGURES + option,
                                        Message.of("authoring.region.not-one").with("option", option)))
                                .text();
                changed = with(changed, Region.FIELDS + option, written);
            }
        }
        return changed;
    }

    private Block led(Block block) {
        List<String> scenes = BlockFields.ids(block, "scenes");
        Block changed = block;
        for (Branches.Scene scene : Branches.of(block.fields()).scenes()) {
            Optional<String> end = said(END + scene.id());
            if (end.isPresent()) {
                mustBeOneOf(List.of(Branches.End.GOOD.word(), Branches.End.POOR.word()), end.get(), END + scene.id());
                changed = with(changed, Branches.path(scene.id()) + ".end", end.get());
            }
            for (Branches.Way way : scene.ways()) {
                String field = TO + scene.id() + "." + way.id();
                Optional<String> to = said(field);
                if (to.isPresent()) {
                    mustBeOneOf(scenes, to.get(), field);
                    changed = with(changed, Branches.path(scene.id(), way.id()) + ".to", to.get());
                }
            }
        }
        return changed;
    }

    /** What cannot be chosen in the form was not sent by it. */
    private static void mustBeOneOf(List<String> known, String said, String field) {
        if (!said.isEmpty() && !known.contains(said)) {
            throw DraftPlaces.unknown(field);
        }
    }

    private static Block with(Block block, String path, String said) {
        if (!said.isEmpty()) {
            return block.with(path, Field.neutral(said));
        }
        var fewer = new TreeMap<>(block.fields());
        fewer.remove(path);
        return new Block(block.id(), block.kind(), fewer);
    }

    private Optional<String> said(String name) {
        return form.getOrDefault(name, List.of()).stream().findFirst().map(String::strip);
    }
}
