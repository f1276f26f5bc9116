package org.mangrove.core.approval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.lineage.TextDifference;

/**
 * What is another than before.
 *
 * @param facts by their names
 * @param blocks in the order of reading; what went stands last
 * @param isReordered whether what stayed stands in another order
 */
public record Differences(Map<String, TextDifference> facts, List<OfBlock> blocks, boolean isReordered) {

    private static final List<String> FILES = List.of("media", "poster", "captions");

    /** What has become of a block. */
    public enum Kind {
        NEW,
        CHANGED,
        GONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record OfBlock(String id, Kind kind, List<OfText> texts, List<OfFile> files) {

        public OfBlock {
            texts = List.copyOf(texts);
            files = List.copyOf(files);
        }
    }

    /**
     * A file that a block shows, before and now. One that stayed is told, too, if anything else about its block is another: whoever reads
     * a new description wants to see the picture.
     *
     * @param field {@code media}, {@code poster} or {@code captions}
     * @param isFilm whether it is shown as a film; else as a picture, but for captions
     * @param language of captions; empty for others
     */
    public record OfFile(
            String field, boolean isFilm, Optional<Locale> language, Optional<Side> before, Optional<Side> now) {

        public boolean isSame() {
            return before.map(Side::digest).equals(now.map(Side::digest));
        }
    }

    /**
     * @param description what it is described by there; empty if by nothing
     * @param language of the description
     */
    public record Side(String digest, String description, Locale language) {}

    /** @param language empty for what is the same in all */
    public record OfText(String field, Optional<Locale> language, TextDifference difference) {}

    public boolean isNone() {
        return facts.isEmpty() && blocks.isEmpty() && !isReordered;
    }

    /** @param before empty if there was none */
    public static Differences between(Optional<AssetVersion> before, AssetVersion now) {
        List<Block> old = before.map(AssetVersion::blocks).orElse(List.of());
        var byId = new TreeMap<String, Block>();
        old.forEach(block -> byId.put(block.id(), block));
        var blocks = new ArrayList<OfBlock>();
        var there = new HashSet<String>();
        for (Block block : now.blocks()) {
            there.add(block.id());
            Optional<Block> was = Optional.ofNullable(byId.get(block.id()));
            List<OfText> texts =
                    texts(was.<Map<String, Field>>map(Block::fields).orElse(Map.of()), block.fields());
            if (was.isEmpty() || !texts.isEmpty()) {
                blocks.add(new OfBlock(
                        block.id(), was.isEmpty() ? Kind.NEW : Kind.CHANGED, texts, files(was, Optional.of(block))));
            }
        }
        for (Block block : old) {
            if (!there.contains(block.id())) {
                blocks.add(new OfBlock(
                        block.id(),
                        Kind.GONE,
                        texts(block.fields(), Map.of()),
                        files(Optional.of(block), Optional.empty())));
            }
        }
        return new Differences(
                facts(before.map(AssetVersion::facts), now.facts()), blocks, isReordered(old, now.blocks()));
    }

    private static boolean isReordered(List<Block> old, List<Block> now) {
        var oldIds = new ArrayList<>(old.stream().map(Block::id).toList());
        var nowIds = new ArrayList<>(now.stream().map(Block::id).toList());
        oldIds.retainAll(new HashSet<>(nowIds));
        nowIds.retainAll(new HashSet<>(oldIds));
        return !oldIds.equals(nowIds);
    }

    private static List<OfText> texts(Map<String, Field> before, Map<String, Field> now) {
        var texts = new ArrayList<OfText>();
        var names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            Map<String, String> old = words(Optional.ofNullable(before.get(name)));
            Map<String, String> said = words(Optional.ofNullable(now.get(name)));
            var tags = new TreeSet<>(old.keySet());
            tags.addAll(said.keySet());
            for (String tag : tags) {
                String was = old.getOrDefault(tag, "");
                String is = said.getOrDefault(tag, "");
                if (!was.equals(is)) {
                    Locale language = Locale.forLanguageTag(tag);
                    texts.add(new OfText(
                            name,
                            Optional.of(language).filter(each -> !tag.isEmpty()),
                            TextDifference.of(was, is, language)));
                }
            }
        }
        return texts;
    }

    private static List<OfFile> files(Optional<Block> before, Optional<Block> now) {
        var files = new ArrayList<OfFile>();
        for (String field : FILES) {
            Map<String, String> old = words(before.flatMap(block -> block.find(field)));
            Map<String, String> shown = words(now.flatMap(block -> block.find(field)));
            var tags = new TreeSet<>(old.keySet());
            tags.addAll(shown.keySet());
            for (String tag : tags) {
                files.add(new OfFile(
                        field,
                        field.equals("media")
                                && now.or(() -> before)
                                        .filter(block -> block.kind() == BlockKind.VIDEO)
                                        .isPresent(),
                        Optional.of(tag).filter(each -> !each.isEmpty()).map(Locale::forLanguageTag),
                        side(before, old.getOrDefault(tag, "")),
                        side(now, shown.getOrDefault(tag, ""))));
            }
        }
        return files;
    }

    private static Optional<Side> side(Optional<Block> block, String digest) {
        Optional<Text> said = block.flatMap(there -> there.find("alt").or(() -> there.find("title")))
                .map(words -> words.in(List.of(Locale.ENGLISH)));
        return Optional.of(digest)
                .filter(each -> !each.isEmpty())
                .map(each -> new Side(
                        each,
                        said.map(Text::text).orElse(""),
                        said.map(Text::locale).orElse(Locale.ENGLISH)));
    }

    /** By language; what is the same in all has none. */
    private static Map<String, String> words(Optional<Field> field) {
        return field.map(value -> switch (value) {
                    case Field.Neutral(String text) -> Map.of("", text);
                    case Field.Worded(Map<String, String> words) -> words;
                })
                .orElse(Map.of());
    }

    private static Map<String, TextDifference> facts(Optional<CourseFacts> before, CourseFacts now) {
        Map<String, String> old = before.map(Differences::said).orElse(Map.of());
        var changed = new TreeMap<String, TextDifference>();
        said(now).forEach((name, value) -> {
            String was = old.getOrDefault(name, "");
            if (!was.equals(value)) {
                changed.put(name, TextDifference.of(was, value, Locale.ROOT));
            }
        });
        return changed;
    }

    private static Map<String, String> said(CourseFacts facts) {
        var said = new TreeMap<String, String>();
        said.put("category", facts.category());
        said.put("minutes", String.valueOf(facts.minutes()));
        said.put("objective", facts.objective());
        said.put("owner", facts.owner());
        said.put("steward", facts.steward());
        said.put("review", facts.reviewDue().toString());
        said.put("passing", String.valueOf(facts.passing()));
        said.put("certificate", facts.certificateMonths().map(String::valueOf).orElse("–"));
        said.put(
                "languages",
                String.join(
                        ", ",
                        facts.languages().stream().map(Locale::toLanguageTag).toList()));
        said.put(
                "credits",
                String.join(
                        "; ",
                        facts.credits().stream()
                                .map(credit -> credit.path() + " " + credit.licence() + " " + credit.source())
                                .toList()));
        return said;
    }
}
