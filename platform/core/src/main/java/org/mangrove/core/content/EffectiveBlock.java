package org.mangrove.core.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.lineage.BlockKind;
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

    /** The ids of the right options. */
    public Set<String> correct() {
        return Set.copyOf(ids("correct"));
    }

    /** The answers that a question in one's own words takes. */
    public List<String> accepted() {
        return text("accepted").map(text -> text.text().lines().toList()).orElse(List.of());
    }

    private List<String> ids(String field) {
        String ids = neutral.getOrDefault(field, "");
        return ids.isEmpty() ? List.of() : List.of(ids.split(" "));
    }

    private Text mustSay(String field) {
        return text(field).orElseThrow(() -> new IllegalStateException("Block " + id + " does not say " + field));
    }
}
