package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void takes_values_in_both_ways_of_writing_them() {
        var arguments = Arguments.of(
                List.of("--port", "9080", "--state=here", "--fresh", "word"),
                Set.of("--port", "--state"),
                Set.of("--fresh"));

        assertThat(arguments.findNumber("--port")).hasValue(9080);
        assertThat(arguments.find("--state")).hasValue("here");
        assertThat(arguments.has("--fresh")).isTrue();
        assertThat(arguments.words()).containsExactly("word");
    }

    @Test
    void names_the_option_that_does_not_exist() {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> Arguments.of(List.of("--prot", "1"), Set.of("--port"), Set.of()))
                .withMessageContaining("--prot");
    }

    @Test
    void says_what_is_wrong_with_a_number() {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> Arguments.of(List.of("--port", "many"), Set.of("--port"), Set.of())
                        .findNumber("--port"))
                .withMessageContaining("many");
    }
}
