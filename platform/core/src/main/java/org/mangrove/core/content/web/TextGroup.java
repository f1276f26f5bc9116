package org.mangrove.core.content.web;

import java.util.List;
import java.util.Locale;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Text;

/** The texts of a block, to choose from. */
public record TextGroup(String block, List<Choice> texts) {

    private static final int SHOWN = 60;

    public TextGroup {
        texts = List.copyOf(texts);
    }

    /**
     * One text.
     *
     * @param value the block and the field
     * @param label the field, and how the text begins
     * @param language in which it is; empty if it is the same in every language
     */
    public record Choice(String value, String label, String language) {}

    /** @param chain the languages in which the reader wants to see how the texts begin */
    static TextGroup of(Block block, List<Locale> chain) {
        return new TextGroup(
                block.id(),
                block.fields().entrySet().stream()
                        .map(field -> choice(
                                block.id(), field.getKey(), field.getValue().in(chain)))
                        .toList());
    }

    private static Choice choice(String block, String field, Text text) {
        boolean isNeutral = text.locale().equals(Locale.ROOT);
        return new Choice(
                block + "/" + field,
                field + " · " + text.beginning(SHOWN),
                isNeutral ? "" : text.locale().toLanguageTag());
    }
}
