package org.mangrove.core.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @Test
    void reads_one_and_several_strong_and_weak() {
        assertThat(EntityTags.read("\"a1\"")).contains(new EntityTags(false, Set.of("a1")));
        assertThat(EntityTags.read(" \"a1\" , W/\"b2\",\"\"")).contains(new EntityTags(false, Set.of("a1", "b2", "")));
        assertThat(EntityTags.read(" * ")).contains(new EntityTags(true, Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a1", "\"a1", "a1\"", "\"a1\" \"b2\"", "\"a1\",", "*, \"a1\"", "w/\"a1\"", "\"a\u00e4\""})
    void takes_nothing_else_for_one(String header) {
        assertThat(EntityTags.read(header)).isEmpty();
    }

    @Test
    void reads_a_long_header_at_once() {
        String many = "\"a\",".repeat(100_000) + "x";

        assertThat(EntityTags.read(many)).isEmpty();
    }

    @Test
    void match_what_is_there_alone() {
        EntityTags some = EntityTags.read("\"a1\", \"b2\"").orElseThrow();
        EntityTags any = EntityTags.read("*").orElseThrow();

        assertThat(some.match(Optional.of("b2"))).isTrue();
        assertThat(some.match(Optional.of("c3"))).isFalse();
        assertThat(some.match(Optional.empty())).isFalse();
        assertThat(any.match(Optional.of("c3"))).isTrue();
        assertThat(any.match(Optional.empty())).isFalse();
    }

    @Test
    void are_written_in_quotation_marks() {
        assertThat(EntityTags.quoted("a1")).isEqualTo("\"a1\"");
    }
}
