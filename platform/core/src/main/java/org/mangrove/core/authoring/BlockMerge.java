package org.mangrove.core.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.TextMerge;

/**
 * One block that two have changed. Whatever only one has changed is taken from there, field by field and language by language; in a text
 * that both have changed, word by word. What both have changed differently is in dispute, and ours until somebody decides.
 *
 * @param block what both together say
 * @param hasTheirs whether anything in it was changed by the other
 */
public record BlockMerge(Block block, List<Dispute> disputes, boolean hasTheirs) {

    /**
     * What both have changed differently.
     *
     * @param field its path
     * @param language {@link Locale#ROOT} if it is the same in every language
     * @param base empty if it said nothing before both
     */
    public record Dispute(String field, Locale language, String base, String ours, String theirs) {}

    public BlockMerge {
        disputes = List.copyOf(disputes);
    }

    /** @param base what both have begun with; all three have the same id and are of the same kind */
    public static BlockMerge of(Block base, Block ours, Block theirs) {
        return new Merging(base, ours, theirs).merged();
    }

    private static final class Merging {

        private final Block base;
        private final Block ours;
        private final Block theirs;
        private final List<Dispute> disputes = new ArrayList<>();

        Merging(Block base, Block ours, Block theirs) {
            this.base = base;
            this.ours = ours;
            this.theirs = theirs;
        }

        BlockMerge merged() {
            var paths = new TreeSet<String>();
            List.of(base, ours, theirs)
                    .forEach(block -> paths.addAll(block.fields().keySet()));
            var fields = new TreeMap<String, Field>();
            for (String path : paths) {
                field(path).ifPresent(field -> fields.put(path, field));
            }
            return new BlockMerge(new Block(ours.id(), ours.kind(), fields), disputes, !theirs.equals(base));
        }

        private Optional<Field> field(String path) {
            Optional<Field> before = base.find(path);
            Optional<Field> here = ours.find(path);
            Optional<Field> there = theirs.find(path);
            if (here.equals(there) || there.equals(before)) {
                return here;
            }
            if (here.equals(before)) {
                return there;
            }
            if (isWorded(before) && isWorded(here) && isWorded(there)) {
                return words(path, wordsOf(before), wordsOf(here), wordsOf(there));
            }
            return neutral(path, before, here, there);
        }

        private Optional<Field> words(
                String path,
                SortedMap<String, String> before,
                SortedMap<String, String> here,
                SortedMap<String, String> there) {
            var languages = new TreeSet<>(before.keySet());
            languages.addAll(here.keySet());
            languages.addAll(there.keySet());
            var merged = new TreeMap<String, String>();
            for (String language : languages) {
                String text = text(
                        path,
                        language,
                        before.getOrDefault(language, ""),
                        here.getOrDefault(language, ""),
                        there.getOrDefault(language, ""));
                if (!text.isEmpty()) {
                    merged.put(language, text);
                }
            }
            return merged.isEmpty() ? Optional.empty() : Optional.of(Field.words(merged));
        }

        private String text(String path, String language, String before, String here, String there) {
            if (here.equals(there) || there.equals(before)) {
                return here;
            }
            if (here.equals(before)) {
                return there;
            }
            Locale locale = Locale.forLanguageTag(language);
            TextMerge merge = TextMerge.of(before, here, there, locale);
            if (!merge.isClean() || here.isEmpty() || there.isEmpty()) {
                disputes.add(new Dispute(path, locale, before, here, there));
                return here;
            }
            return merge.text();
        }

        private Optional<Field> neutral(
                String path, Optional<Field> before, Optional<Field> here, Optional<Field> there) {
            if (before.isPresent() && here.isPresent() && there.isPresent()) {
                TextMerge merge = TextMerge.ofIds(plain(before), plain(here), plain(there));
                if (merge.isClean()) {
                    return Optional.of(Field.neutral(merge.text()));
                }
            }
            disputes.add(new Dispute(path, Locale.ROOT, plain(before), plain(here), plain(there)));
            return here;
        }

        private static boolean isWorded(Optional<Field> field) {
            return field.isEmpty() || field.get() instanceof Field.Worded;
        }

        private static SortedMap<String, String> wordsOf(Optional<Field> field) {
            return field.isPresent() && field.get() instanceof Field.Worded worded ? worded.words() : new TreeMap<>();
        }

        private static String plain(Optional<Field> field) {
            return field.map(value -> value.in(List.of()).text()).orElse("");
        }
    }
}
