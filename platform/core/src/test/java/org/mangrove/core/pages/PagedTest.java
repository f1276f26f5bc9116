package org.mangrove.core.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagedTest {

    private static final List<String> FIVE = List.of("a", "b", "c", "d", "e");

    @Test
    void a_part_says_whether_there_is_more() {
        assertThat(Paged.of(FIVE, 1, 2)).isEqualTo(new Paged<>(List.of("a", "b"), 1, true));
        assertThat(Paged.of(FIVE, 3, 2)).isEqualTo(new Paged<>(List.of("e"), 3, false));
        assertThat(Paged.of(FIVE, 1, 5)).isEqualTo(new Paged<>(FIVE, 1, false));
    }

    @Test
    void who_asks_for_a_part_that_there_is_not_sees_the_nearest() {
        assertThat(Paged.of(FIVE, 0, 2).number()).isEqualTo(1);
        assertThat(Paged.of(FIVE, Integer.MIN_VALUE, 2).number()).isEqualTo(1);
        assertThat(Paged.of(FIVE, Integer.MAX_VALUE, 2).number()).isEqualTo(3);
        assertThat(Paged.of(List.of(), 7, 2)).isEqualTo(new Paged<>(List.of(), 1, false));
    }
}
