package org.mangrove.core.authoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.Region;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What is to be chosen from, put in order, or opened one by one: put in, taken out, moved. */
public final class Choices {

    private final Block block;
    private final String field;
    private final List<String> ids;

    private Choices(Block block, String field) {
        this.block = block;
        this.field = field;
        this.ids = new ArrayList<>(BlockFields.ids(block, field));
    }

    /** What things are matched to. */
    public static final String TARGETS = "targets";

    /** @return the block with one choice more */
    public static Block adding(Block block) {
        return adding(block, NewBlock.choices(block.kind()));
    }

    /** @param list to which it is added: the choices, or {@link #TARGETS} */
    public static Block adding(Block block, String list) {
        var choices = new Choices(block, list);
        int most = NewBlock.mostChoices(block.kind());
        if (choices.ids.size() >= most) {
            throw new Refusal.Conflict(Message.of("authoring.choice.too-many").with("limit", most));
        }
        choices.ids.add(choices.fresh());
        return choices.changed();
    }

    /** @return the block without the choice and all that was said of it */
    public static Block removing(Block block, String id) {
        return removing(block, NewBlock.choices(block.kind()), id);
    }

    public static Block removing(Block block, String list, String id) {
        var choices = new Choices(block, list);
        choices.ids.remove(id);
        Block fewer = choices.changed();
        var fields = new TreeMap<>(fewer.fields());
        fields.keySet()
                .removeIf(path ->
                        path.equals(choices.field + "." + id) || path.startsWith(choices.field + "." + id + "."));
        if (list.equals(TARGETS)) {
            fields.entrySet()
                    .removeIf(field -> field.getKey().startsWith(BlockFields.PAIRS)
                            && field.getValue().equals(Field.neutral(id)));
            return new Block(block.id(), block.kind(), fields);
        }
        fields.remove(BlockFields.PAIRS + id);
        fields.remove(Region.FIELDS + id);
        List<String> correct = new ArrayList<>(BlockFields.ids(block, "correct"));
        if (correct.remove(id)) {
            fields.put("correct", Field.ids(correct));
        }
        return new Block(block.id(), block.kind(), fields);
    }

    public static Block moving(Block block, String id, boolean isUp) {
        return moving(block, NewBlock.choices(block.kind()), id, isUp);
    }

    public static Block moving(Block block, String list, String id, boolean isUp) {
        var choices = new Choices(block, list);
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
