package org.mangrove.core.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;

/** What has stayed in a document keeps its id, whatever becomes of the rest. */
class ContinuityTest {

    private static final List<String> WORDS = List.of(
            "brake", "horn", "load", "truck", "shift", "key", "ramp", "fork", "mast", "seat", "belt", "light", "door",
            "dock", "pallet", "aisle");

    private final Conversions conversions = new Conversions();

    ContinuityTest() {
        conversions.clock = Clock.systemUTC();
    }

    /** A part of a document: a heading of its own, or none, and what stands below it. */
    private record Part(String heading, String text) {

        String markdown() {
            return (heading.isEmpty() ? "![" + "](x.png)\n\n" : "## " + heading + "\n\n") + text + "\n\n";
        }
    }

    @Property(tries = 200)
    void the_same_document_has_the_same_ids(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
        String document = document(parts(new Random(seed), size));

        assertThat(blocks(document)).isEqualTo(blocks(document));
        assertThat(Continuity.of(blocks(document), blocks(document), Locale.ENGLISH))
                .isEqualTo(new Continuity(blocks(document), List.of()));
    }

    @Property(tries = 200)
    void what_has_not_changed_keeps_its_id_whatever_is_put_in_taken_out_or_moved(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int size) {
        var random = new Random(seed);
        List<Part> before = parts(random, size);
        List<Part> after = new ArrayList<>(before);
        after.remove(random.nextInt(after.size()));
        after.add(random.nextInt(after.size() + 1), part(random, "new"));
        Collections.swap(after, random.nextInt(after.size()), random.nextInt(after.size()));
        List<Block> course = blocks(document(before));

        Continuity kept = Continuity.of(course, blocks(document(after)), Locale.ENGLISH);

        Map<String, String> was = idsBySaying(course);
        Map<String, String> is = idsBySaying(kept.blocks());
        is.forEach((saying, id) -> {
            if (was.containsKey(saying)) {
                assertThat(id).as(saying).isEqualTo(was.get(saying));
            }
        });
        assertThat(kept.blocks().stream().map(Block::id)).doesNotHaveDuplicates();
        assertThat(kept.gone())
                .doesNotContainAnyElementsOf(
                        kept.blocks().stream().map(Block::id).toList());
    }

    @Property(tries = 200)
    void a_text_below_its_heading_may_be_written_anew(@ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int size) {
        var random = new Random(seed);
        List<Part> before = headed(random, size);
        List<Part> after = new ArrayList<>(before);
        int at = random.nextInt(size);
        after.set(at, new Part(before.get(at).heading(), "Quite other words, " + random.nextInt(1000)));

        List<Block> course = blocks(document(before));
        Continuity kept = Continuity.of(course, blocks(document(after)), Locale.ENGLISH);

        assertThat(kept.blocks().stream().map(Block::id))
                .isEqualTo(course.stream().map(Block::id).toList());
        assertThat(kept.gone()).isEmpty();
    }

    @Test
    void a_heading_may_be_worded_otherwise_while_its_text_stays_much_the_same() {
        List<Block> course =
                blocks("# A\n\n## Brakes\n\nPress them twice before you drive off in the morning.\n\n# B\n\nEnd.\n");
        List<Block> document =
                blocks("# A\n\n## The brakes\n\nPress them twice before you drive off each morning.\n\n# B\n\nEnd.\n");

        Continuity kept = Continuity.of(course, document, Locale.ENGLISH);

        assertThat(document.get(2).id()).isEqualTo("the-brakes");
        assertThat(kept.blocks().get(2).id()).isEqualTo("brakes");
    }

    @Test
    void what_is_new_never_gets_an_id_that_the_course_has() {
        List<Block> course = blocks("# A\n\n## Brakes\n\nPress.\n\n## Horn\n\nBlow.\n\n# B\n\nEnd.\n");
        List<Block> document = blocks("# A\n\n## Horn\n\nBlow.\n\n## Lights\n\nSwitch on.\n\n# B\n\nEnd.\n");

        Continuity kept = Continuity.of(course, document, Locale.ENGLISH);

        assertThat(kept.blocks().stream().map(Block::id))
                .containsExactly("course", "section.a", "horn", "lights", "section.b", "end");
        assertThat(kept.gone()).containsExactly("brakes");
    }

    private List<Block> blocks(String markdown) {
        return conversions
                .convert(
                        "a.md",
                        WrittenDocuments.bytes(markdown),
                        new LanguageChoice(Optional.empty(), List.of(), Locale.ENGLISH))
                .blocks();
    }

    private static String document(List<Part> parts) {
        return "# One\n\n" + parts.stream().map(Part::markdown).collect(Collectors.joining()) + "# Two\n\nThe end.\n";
    }

    /** Some have the same heading, and some the same text. */
    private static List<Part> parts(Random random, int size) {
        var parts = new ArrayList<Part>();
        for (int number = 0; number < size; number++) {
            parts.add(part(random, ""));
        }
        return parts;
    }

    private static List<Part> headed(Random random, int size) {
        var parts = new ArrayList<Part>();
        for (int number = 0; number < size; number++) {
            parts.add(new Part("Heading " + number, sentence(random)));
        }
        return parts;
    }

    private static Part part(Random random, String mark) {
        return new Part((word(random) + " " + word(random) + " " + mark).strip(), sentence(random));
    }

    private static String sentence(Random random) {
        int count = 1 + random.nextInt(8);
        var words = new ArrayList<String>();
        for (int number = 0; number < count; number++) {
            words.add(word(random));
        }
        return String.join(" ", words);
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** Of texts that stand there once. */
    private static Map<String, String> idsBySaying(List<Block> blocks) {
        var ids = new HashMap<String, String>();
        var twice = new ArrayList<String>();
        for (Block block : blocks) {
            if (block.kind() == BlockKind.TEXT) {
                String saying = block.fields().toString();
                if (ids.put(saying, block.id()) != null) {
                    twice.add(saying);
                }
            }
        }
        twice.forEach(ids::remove);
        return ids;
    }
}
