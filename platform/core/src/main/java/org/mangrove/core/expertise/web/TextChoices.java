package org.mangrove.core.expertise.web;

import java.util.List;
import java.util.Locale;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Text;

/** The texts of one block, to choose from. */
public record TextChoices(String block, List<Choice> texts) {

    private static final int SHOWN = 60;

    public TextChoices {
        texts = List.copyOf(texts);
    }

    /**
     * One text.
     *
     * @param value the block and the field
     * @param language in which it is; empty if it is the same in every language
     */
    public record Choice(String value, String label, String language) {}

    /** @param chain the languages in which the reader wants to see how the texts begin */
    static TextChoices of(Block block, List<Locale> chain) {
        return new TextChoices(
                block.id(),
                block.fields().entrySet().stream()
                        .map(field -> {
                            Text text = field.getValue().in(chain);
                            boolean isNeutral = text.locale().equals(Locale.ROOT);
                            return new Choice(
                                    block.id() + "/" + field.getKey(),
                                    field.getKey() + " · " + text.beginning(SHOWN),
                                    isNeutral ? "" : text.locale().toLanguageTag());
                        })
                        .toList());
    }
}
