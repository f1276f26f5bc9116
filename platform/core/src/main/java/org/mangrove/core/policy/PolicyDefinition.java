package org.mangrove.core.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Narrowing;
import org.mangrove.sdk.Message;

/**
 * What a policy can say: its figures, with their ranges and directions. The platform defines it; enterprises and their markets
 * choose the figures.
 *
 * @param slug as addresses name it
 * @param objective of a policy that nobody has published yet
 * @param figures in the order in which people read them
 */
public record PolicyDefinition(String slug, Message title, Message lead, String objective, List<Figure> figures)
        implements Narrowing {

    /** What locks, overlays and decisions call assets of this kind. */
    public static final String TYPE = "policy";

    /** No key of a course has a dot: so a policy and a course never have the same. */
    private static final String PREFIX = "policy.";

    public PolicyDefinition {
        figures = List.copyOf(figures);
    }

    /** The key by which the engine knows it. */
    public String asset() {
        return PREFIX + slug;
    }

    public static Optional<String> slugOf(String asset) {
        return asset.startsWith(PREFIX) ? Optional.of(asset.substring(PREFIX.length())) : Optional.empty();
    }

    public Optional<Figure> find(String block, String field) {
        return figures.stream()
                .filter(figure -> figure.block().equals(block) && figure.field().equals(field))
                .findFirst();
    }

    public Optional<Figure> find(String subject) {
        return figures.stream()
                .filter(figure -> figure.subject().equals(subject))
                .findFirst();
    }

    @Override
    public boolean isLooser(String block, String field, Optional<Field> above, Optional<Field> below) {
        return find(block, field)
                .filter(figure -> figure.isLooser(Figure.text(above), Figure.text(below)))
                .isPresent();
    }

    /** Blocks that say all figures: as they are given, else as the platform has them. @param values by subject */
    List<Block> blocks(Map<String, String> values) {
        var blocks = new LinkedHashMap<String, Block>();
        for (Figure figure : figures) {
            String value =
                    figure.range().nearest(values.getOrDefault(figure.subject(), figure.platform()), figure.platform());
            blocks.computeIfAbsent(figure.block(), id -> new Block(id, BlockKind.RULE, new TreeMap<>()));
            blocks.computeIfPresent(figure.block(), (id, block) -> block.with(figure.field(), Field.neutral(value)));
        }
        return List.copyOf(blocks.values());
    }

    /**
     * The same blocks as far as this release knows them. What an older one did not know, it says as the platform does; what a
     * later release allows less of, is as near to it as may be.
     */
    List<Block> complete(List<Block> written) {
        return blocks(figures(written));
    }

    /** By subject. */
    static Map<String, String> figures(Iterable<Block> blocks) {
        var figures = new TreeMap<String, String>();
        for (Block block : blocks) {
            block.fields()
                    .forEach((field, value) -> Figure.text(Optional.of(value))
                            .ifPresent(text -> figures.put(block.id() + "/" + field, text)));
        }
        return figures;
    }
}
