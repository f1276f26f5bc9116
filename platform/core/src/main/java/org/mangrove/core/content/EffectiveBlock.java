package org.mangrove.core.content;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Note;
import org.mangrove.core.lineage.Text;

/**
 * A block as one reader gets it: one language a text, nothing to be looked up.
 *
 * @param neutral what is the same in every language, by field
 * @param texts words by field, each with the language it is in
 * @param notes who changed something in it, and why
 */
public record EffectiveBlock(
        String id, BlockKind kind, Map<String, String> neutral, Map<String, Text> texts, List<Note> notes) {

    public EffectiveBlock {
        neutral = Map.copyOf(neutral);
        texts = Map.copyOf(texts);
        notes = List.copyOf(notes);
    }

    /** @param chain the languages that its reader wants, the first one most */
    public static EffectiveBlock of(Block block, List<Locale> chain, List<Note> notes) {
        var neutral = new HashMap<String, String>();
        var texts = new HashMap<String, Text>();
        block.fields().forEach((path, field) -> {
            switch (field) {
                case Field.Neutral(String text) -> neutral.put(path, text);
                case Field.Worded worded -> texts.put(path, worded.in(chain));
            }
        });
        return new EffectiveBlock(block.id(), block.kind(), neutral, texts, notes);
    }

    /** One of the answers to choose from. */
    public record Option(String id, Text text, Optional<Text> feedback) {}

    /** One of the things to put in order. */
    public record Item(String id, Text text) {}

    public Optional<Text> text(String field) {
        return Optional.ofNullable(texts.get(field));
    }

    public Optional<String> neutral(String field) {
        return Optional.ofNullable(neutral.get(field));
    }

    /** The options in the order in which they are written. */
    public List<Option> options() {
        return ids("options").stream()
                .filter(id -> texts.containsKey("options." + id + ".text"))
                .map(id -> new Option(id, mustSay("options." + id + ".text"), text("options." + id + ".feedback")))
                .toList();
    }

    /** The items in their right order. */
    public List<Item> items() {
        return ids("items").stream()
                .filter(id -> texts.containsKey("items." + id))
                .map(id -> new Item(id, mustSay("items." + id)))
                .toList();
    }

    /** One of the parts of an accordion. */
    public record Part(String id, Text title, Optional<Text> body) {}

    /** The parts in the order in which they are written. */
    public List<Part> parts() {
        return ids("parts").stream()
                .filter(id -> texts.containsKey("parts." + id + ".title"))
                .map(id -> new Part(id, mustSay("parts." + id + ".title"), text("parts." + id + ".body")))
                .toList();
    }

    /** How its cells stand, if it is a table. */
    public TableFields table() {
        return new TableFields(ids("rows"), ids("columns"), neutral.getOrDefault("heads", ""));
    }

    /** What is to be typed or copied: the same for all, or in the reader's language. */
    public Text code() {
        return text("code").orElseGet(() -> new Text(neutral.getOrDefault("code", ""), Locale.ROOT));
    }

    /** What must be seen of a picture, if somebody has said it. */
    public Optional<FocalPoint> focus() {
        return neutral("focus").flatMap(FocalPoint::parse);
    }

    /** The ids of the right options. */
    public Set<String> correct() {
        return Set.copyOf(ids("correct"));
    }

    /** The answers that a question in one's own words takes. */
    public List<String> accepted() {
        return text("accepted").map(text -> text.text().lines().toList()).orElse(List.of());
    }

    /** The things of which each belongs to one of the options, in the order in which they are written. */
    public List<Item> targets() {
        return ids("targets").stream()
                .filter(id -> texts.containsKey("targets." + id))
                .map(id -> new Item(id, mustSay("targets." + id)))
                .toList();
    }

    /** To which target an option belongs. */
    public String pairOf(String option) {
        return neutral.getOrDefault(BlockFields.PAIRS + option, "");
    }

    /** The number that a question asks for. */
    public Optional<Amount> amount() {
        return Amount.of(neutral.getOrDefault("value", ""), neutral.getOrDefault("tolerance", ""));
    }

    /** Where an option is in the picture. */
    public Optional<Region> region(String option) {
        return Region.parse(neutral.getOrDefault(Region.FIELDS + option, ""));
    }

    /** Where the scenes of a scenario lead, as far as they are said. */
    public Branches branches() {
        return Branches.ofNeutral(path -> neutral.getOrDefault(path, ""));
    }

    private List<String> ids(String field) {
        String ids = neutral.getOrDefault(field, "");
        return ids.isEmpty() ? List.of() : List.of(ids.split(" "));
    }

    private Text mustSay(String field) {
        return text(field).orElseThrow(() -> new IllegalStateException("Block " + id + " does not say " + field));
    }
}
