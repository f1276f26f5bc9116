package org.mangrove.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarksTest {

    @Test
    void there_are_as_many_values_as_marks() {
        for (int values = 1; values <= 70; values++) {
            List<Integer> all = IntStream.range(0, values).boxed().toList();

            assertThat(Marks.of(values, "?").split(", ")).hasSameSizeAs(Marks.padded(all));
        }
    }

    @Test
    void the_last_value_is_said_again_so_that_there_are_few_texts() {
        assertThat(Marks.padded(List.of(7, 8, 9))).containsExactly(7, 8, 9, 9);
        assertThat(Marks.padded(new TreeSet<>(List.of("b", "a")))).containsExactly("a", "b");
        assertThat(IntStream.rangeClosed(1, 64)
                        .mapToObj(values -> Marks.of(values, "(?, ?)"))
                        .distinct())
                .hasSize(7);
    }
}
