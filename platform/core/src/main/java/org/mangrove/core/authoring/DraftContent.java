package org.mangrove.core.authoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mangrove.core.content.MediaCredit;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * What a draft says at a time. It may be far from whole; but there is always the course's own block, then the head of a section.
 *
 * @param facts what people have written about the course, by the names of {@link org.mangrove.core.content.WrittenFacts}
 * @param languages the first is the one in which all has to be said
 * @param blocks in the order of reading
 * @param credits by what right it shows its files
 */
public record DraftContent(
        SortedMap<String, String> facts, List<Locale> languages, List<Block> blocks, List<MediaCredit> credits) {

    /** More than anybody reads, and as many as a page can show. */
    static final int MOST_BLOCKS = 1_000;

    static final int MOST_LANGUAGES = 40;

    public DraftContent {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        languages = List.copyOf(languages);
        blocks = List.copyOf(blocks);
        credits = List.copyOf(credits);
        if (languages.isEmpty()
                || blocks.size() < 2
                || blocks.getFirst().kind() != BlockKind.COURSE
                || blocks.get(1).kind() != BlockKind.SECTION) {
            throw new IllegalArgumentException("A draft has a language, the course's own block, and a section");
        }
    }

    public Locale language() {
        return languages.getFirst();
    }

    /** In its first language, or whichever it is said in; empty if it is not said yet. */
    public String title() {
        return blocks.getFirst()
                .find("title")
                .map(title -> title.in(languages).text())
                .orElse("");
    }

    public Optional<Block> find(String id) {
        return blocks.stream().filter(block -> block.id().equals(id)).findFirst();
    }

    /** @throws Refusal.Conflict if somebody has removed it meanwhile */
    public Block must(String id) {
        return find(id).orElseThrow(() -> new Refusal.Conflict(Message.of("authoring.block.gone")));
    }

    public boolean isLast(String id) {
        return blocks.getLast().id().equals(id);
    }

    DraftContent with(Block changed) {
        return with(blocks.stream()
                .map(block -> block.id().equals(changed.id()) ? changed : block)
                .toList());
    }

    DraftContent with(List<Block> others) {
        return new DraftContent(facts, languages, others, credits);
    }

    DraftContent saying(Map<String, String> written) {
        var said = new TreeMap<>(facts);
        said.putAll(written);
        return new DraftContent(said, languages, blocks, credits);
    }

    DraftContent in(List<Locale> others) {
        return new DraftContent(facts, others, blocks, credits);
    }

    DraftContent crediting(List<MediaCredit> others) {
        return new DraftContent(facts, languages, blocks, others);
    }

    /** @param after the block that it comes behind; behind the course's own only a section can stand */
    DraftContent inserting(Block fresh, String after) {
        if (blocks.size() >= MOST_BLOCKS) {
            throw new Refusal.Conflict(Message.of("authoring.block.too-many").with("limit", MOST_BLOCKS));
        }
        int at = placeOf(after) + 1;
        if (at == 1 && fresh.kind() != BlockKind.SECTION) {
            at = 2;
        }
        var more = new ArrayList<>(blocks);
        more.add(at, fresh);
        return with(more);
    }

    /** Of a section only the head goes; what stood below it belongs to the section before. */
    DraftContent without(String id) {
        int at = placeOf(id);
        if (at == 0) {
            throw new Refusal.Conflict(Message.of("authoring.block.the-course-stays"));
        }
        if (at == 1 && (blocks.size() < 3 || blocks.get(2).kind() != BlockKind.SECTION)) {
            throw new Refusal.Conflict(Message.of("authoring.block.first-section-stays"));
        }
        var fewer = new ArrayList<>(blocks);
        fewer.remove(at);
        return with(fewer);
    }

    /**
     * A step changes places with its neighbour, and so goes from one section into the next; a section takes along what stands in it.
     * What can go no further stays where it is.
     */
    DraftContent moving(String id, boolean isUp) {
        int at = placeOf(id);
        if (at == 0) {
            throw new Refusal.Conflict(Message.of("authoring.block.the-course-stays"));
        }
        return blocks.get(at).kind() == BlockKind.SECTION ? movingSection(at, isUp) : movingStep(at, isUp);
    }

    private DraftContent movingStep(int at, boolean isUp) {
        int to = isUp ? at - 1 : at + 1;
        if (to < 2 || to >= blocks.size()) {
            return this;
        }
        var moved = new ArrayList<>(blocks);
        Collections.swap(moved, at, to);
        return with(moved);
    }

    private DraftContent movingSection(int at, boolean isUp) {
        int end = endOfSection(at);
        if (isUp ? at == 1 : end == blocks.size()) {
            return this;
        }
        int from = isUp ? headBefore(at) : at;
        int middle = isUp ? at : end;
        int to = isUp ? end : endOfSection(end);
        var moved = new ArrayList<>(blocks);
        Collections.rotate(moved.subList(from, to), from - middle);
        return with(moved);
    }

    private int endOfSection(int head) {
        int end = head + 1;
        while (end < blocks.size() && blocks.get(end).kind() != BlockKind.SECTION) {
            end++;
        }
        return end;
    }

    private int headBefore(int head) {
        int before = head - 1;
        while (blocks.get(before).kind() != BlockKind.SECTION) {
            before--;
        }
        return before;
    }

    private int placeOf(String id) {
        return blocks.indexOf(must(id));
    }

    /** @return an id that no block of the draft has, and none in {@code others} */
    String freshId(BlockKind kind, Set<String> others) {
        var taken = new HashSet<>(others);
        blocks.forEach(block -> taken.add(block.id()));
        String prefix = kind == BlockKind.SECTION ? Block.SECTION_PREFIX + "part" : kind.word();
        int number = 1;
        while (taken.contains(prefix + "-" + number)) {
            number++;
        }
        return prefix + "-" + number;
    }
}
