package org.mangrove.core.conversion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;

/**
 * Holds a document against the course that was made of an earlier one, so that what has stayed keeps its id: what markets say
 * otherwise and how far people have come hangs on it. What is the same word by word comes first, then what is called the same, then
 * what is written alike. What is new gets an id that the course does not have.
 *
 * @param blocks of the document, with the ids that they keep
 * @param gone ids of the course that the document has nothing for
 */
record Continuity(List<Block> blocks, List<String> gone) {

    /** How much of two texts must be the same words for one to be the other, changed. */
    private static final double ALIKE = 0.5;

    /** Beyond this, likeness is not looked for: it asks everything about everything. */
    private static final int MOST_COMPARED = 250_000;

    Continuity {
        blocks = List.copyOf(blocks);
        gone = List.copyOf(gone);
    }

    static Continuity of(List<Block> course, List<Block> document, Locale language) {
        var matching = new Matching(course, document, language);
        matching.match((before, now) -> before.id().equals(now.id()) && matching.same(before, now));
        matching.match(matching::same);
        matching.match((before, now) -> before.id().equals(now.id()));
        matching.match((before, now) ->
                !matching.heading(before).isEmpty() && matching.heading(before).equals(matching.heading(now)));
        matching.matchAlike();
        return matching.result();
    }

    private static final class Matching {

        private final Locale language;
        private final List<Block> course;
        private final List<Block> document;
        private final Map<Integer, String> kept = new HashMap<>();
        private final Set<Integer> found = new HashSet<>();

        Matching(List<Block> course, List<Block> document, Locale language) {
            this.course = course;
            this.document = document;
            this.language = language;
        }

        boolean same(Block before, Block now) {
            return said(before).equals(said(now)) && media(before).equals(media(now));
        }

        /** The first that fits and is not taken; both keep their order where several are the same. */
        void match(BiPredicate<Block, Block> fits) {
            for (int at = 0; at < document.size(); at++) {
                for (int was = 0; was < course.size() && !kept.containsKey(at); was++) {
                    if (!found.contains(was) && mayBe(was, at) && fits.test(course.get(was), document.get(at))) {
                        keep(was, at);
                    }
                }
            }
        }

        private record Pair(int was, int at, double likeness) {}

        void matchAlike() {
            if ((long) course.size() * document.size() > MOST_COMPARED) {
                return;
            }
            List<Map<String, Integer>> before =
                    course.stream().map(this::counted).toList();
            var pairs = new ArrayList<Pair>();
            for (int at = 0; at < document.size(); at++) {
                if (!kept.containsKey(at)) {
                    Map<String, Integer> now = counted(document.get(at));
                    for (int was = 0; was < course.size(); was++) {
                        if (!found.contains(was) && mayBe(was, at)) {
                            pairs.add(new Pair(was, at, likeness(before.get(was), now)));
                        }
                    }
                }
            }
            pairs.stream()
                    .filter(pair -> pair.likeness() >= ALIKE)
                    .sorted(Comparator.comparingDouble(Pair::likeness)
                            .reversed()
                            .thenComparingInt(Pair::at)
                            .thenComparingInt(Pair::was))
                    .forEach(pair -> {
                        if (!found.contains(pair.was()) && !kept.containsKey(pair.at())) {
                            keep(pair.was(), pair.at());
                        }
                    });
        }

        Continuity result() {
            Set<String> known = course.stream().map(Block::id).collect(Collectors.toCollection(HashSet::new));
            var blocks = new ArrayList<Block>();
            for (int at = 0; at < document.size(); at++) {
                Block block = document.get(at);
                String id = kept.get(at);
                if (id == null) {
                    id = free(block.id(), known);
                    known.add(id);
                }
                blocks.add(new Block(id, block.kind(), block.fields()));
            }
            var gone = new LinkedHashSet<String>();
            for (int was = 0; was < course.size(); was++) {
                if (!found.contains(was)) {
                    gone.add(course.get(was).id());
                }
            }
            return new Continuity(blocks, List.copyOf(gone));
        }

        private static String free(String wanted, Set<String> known) {
            String id = wanted;
            for (int number = 2; known.contains(id); number++) {
                id = wanted + "-" + number;
            }
            return id;
        }

        private void keep(int was, int at) {
            found.add(was);
            kept.put(at, course.get(was).id());
        }

        private boolean mayBe(int was, int at) {
            return course.get(was).kind() == document.get(at).kind();
        }

        private Map<String, String> said(Block block) {
            var said = new HashMap<String, String>();
            block.fields().forEach((name, field) -> {
                if (field instanceof Field.Worded(Map<String, String> words) && !name.equals("alt")) {
                    said.put(name, Objects.requireNonNullElse(words.get(language.toLanguageTag()), ""));
                }
            });
            return said;
        }

        private static String media(Block block) {
            return block.find("media").map(Object::toString).orElse("");
        }

        String heading(Block block) {
            String field = block.kind() == BlockKind.SECTION ? "title" : "heading";
            return said(block).getOrDefault(field, "");
        }

        private Map<String, Integer> counted(Block block) {
            var counts = new HashMap<String, Integer>();
            String text = String.join(" ", said(block).values()) + " " + media(block);
            for (String word : units(text)) {
                counts.merge(word, 1, Integer::sum);
            }
            return counts;
        }

        /** Words; of what is written without spaces, its characters. */
        private static List<String> units(String text) {
            var units = new ArrayList<String>();
            for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                boolean isRunOn = word.codePoints().anyMatch(Character::isIdeographic);
                if (isRunOn) {
                    word.codePoints().forEach(point -> units.add(Character.toString(point)));
                } else if (!word.isEmpty()) {
                    units.add(word);
                }
            }
            return units;
        }

        /** From 0, nothing in common, to 1: twice what both have, by what each has. */
        private static double likeness(Map<String, Integer> before, Map<String, Integer> now) {
            int both = 0;
            int all = 0;
            for (var entry : before.entrySet()) {
                both += Math.min(entry.getValue(), now.getOrDefault(entry.getKey(), 0));
                all += entry.getValue();
            }
            for (int count : now.values()) {
                all += count;
            }
            return all == 0 ? 0 : 2.0 * both / all;
        }
    }
}
