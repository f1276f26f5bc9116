package org.mangrove.core.authoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What is to be chosen from, or put in order, in a question: put in, taken out, moved. */
public final class Choices {

    private final Block block;
    private final String field;
    private final List<String> ids;

    private Choices(Block block) {
        this.block = block;
        this.field = NewBlock.choices(block.kind());
        this.ids = new ArrayList<>(BlockFields.ids(block, field));
    }

    /** @return the block with one choice more */
    public static Block adding(Block block) {
        var choices = new Choices(block);
        if (choices.ids.size() >= NewBlock.MOST_CHOICES) {
            throw new Refusal.Conflict(Message.of("authoring.choice.too-many").with("limit", NewBlock.MOST_CHOICES));
        }
        choices.ids.add(choices.fresh());
        return choices.changed();
    }

    /** @return the block without the choice and all that was said of it */
    public static Block removing(Block block, String id) {
        var choices = new Choices(block);
        choices.ids.remove(id);
        Block fewer = choices.changed();
        var fields = new TreeMap<>(fewer.fields());
        fields.keySet()
                .removeIf(path ->
                        path.equals(choices.field + "." + id) || path.startsWith(choices.field + "." + id + "."));
        List<String> correct = new ArrayList<>(BlockFields.ids(block, "correct"));
        if (correct.remove(id)) {
            fields.put("correct", Field.ids(correct));
        }
        return new Block(block.id(), block.kind(), fields);
    }

    public static Block moving(Block block, String id, boolean isUp) {
        var choices = new Choices(block);
        int at = choices.ids.indexOf(id);
        int to = isUp ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= choices.ids.size()) {
            return block;
        }
        Collections.swap(choices.ids, at, to);
        return choices.changed();
    }

    private Block changed() {
        return block.with(field, Field.ids(ids));
    }

    private String fresh() {
        return IntStream.range(0, 26)
                .mapToObj(letter -> String.valueOf((char) ('a' + letter)))
                .filter(letter -> !ids.contains(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Fewer choices than letters"));
    }
}
