package org.mangrove.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.content.SampleCourse.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Withdrawal;

class OutlawedTest {

    @Test
    void what_the_law_changes_is_withdrawn_in_all_the_words_that_it_ever_had() {
        AssetVersion first = saying(text("call", "Call 999."), text("calm", "Be calm."));
        AssetVersion second = saying(text("call", "Dial 999."), text("calm", "Stay calm."));
        AssetVersion byLaw = saying(text("call", "Call 112."), text("calm", "Stay calm."));

        assertThat(Outlawed.by(byLaw, List.of(first, second)))
                .containsExactlyInAnyOrder(withdrawn("call", "Call 999."), withdrawn("call", "Dial 999."));
    }

    @Test
    void what_is_gone_is_withdrawn_and_what_is_said_again_is_not() {
        AssetVersion first = saying(text("call", "Call 112."), text("gone", "Run."));
        AssetVersion second = saying(text("call", "Call 999."), text("gone", "Run."));
        AssetVersion byLaw = saying(text("call", "Call 112."));

        assertThat(Outlawed.by(byLaw, List.of(first, second)))
                .containsExactlyInAnyOrder(withdrawn("call", "Call 999."), withdrawn("gone", "Run."));
    }

    private static AssetVersion saying(Block... blocks) {
        return SampleCourse.version(Stream.concat(
                        Stream.of(SampleCourse.block(Block.COURSE_ID, BlockKind.COURSE, Map.of())), Stream.of(blocks))
                .toArray(Block[]::new));
    }

    private static Withdrawal withdrawn(String block, String words) {
        Instant from = SampleCourse.NOW;
        return new Withdrawal(block, "body", LineageJson.digestOf(Field.words(Map.of("en", words))), from, List.of());
    }
}
