package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.Reuse;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;

class InventoriesTest {

    private static final Block SAID = block("rungs", BlockKind.TEXT, "body", "Never stand on the top rung.");

    @Test
    void what_a_course_shows_of_another_is_no_text_of_its_own() {
        AssetVersion source = course("ladders", SAID);
        AssetVersion following =
                course("scaffolds", Reuse.following("ladders", "rungs").on(SAID));
        AssetVersion pinned =
                course("towers", Reuse.of("ladders", SAID, Reuse.Way.PINNED).on(SAID));

        assertThat(Inventories.passages(source)).extracting(Passage::text).contains("Never stand on the top rung.");
        assertThat(Inventories.passages(following)).extracting(Passage::text).containsExactly("scaffolds");
        assertThat(Inventories.passages(pinned)).extracting(Passage::text).containsExactly("towers");
    }

    private static AssetVersion course(String key, Block shown) {
        var facts = new CourseFacts(
                key,
                "safety",
                5,
                "Stands",
                "Safety",
                "Design",
                LocalDate.of(2027, 1, 31),
                80,
                Optional.empty(),
                List.of(Locale.ENGLISH));
        return AssetVersion.of(
                facts,
                1,
                ChangeClass.MAJOR,
                Instant.EPOCH,
                List.of(block(Block.COURSE_ID, BlockKind.COURSE, "title", key), shown));
    }

    private static Block block(String id, BlockKind kind, String field, String english) {
        return new Block(id, kind, new TreeMap<>(Map.of(field, Field.words(Map.of("en", english)))));
    }
}
