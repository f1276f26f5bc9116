package org.mangrove.core.adaptation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonalTracesTest {

    private static final List<String> NAMES = List.of("Jonas", "Weber", "上田", "Ng");

    @Test
    void addresses_numbers_and_names_that_are_known_are_seen() {
        assertThat(traces("Write to jonas.weber@acme.example, or call +49 30 1234 5678."))
                .containsExactly("jonas.weber@acme.example", "+49 30 1234 5678", "Jonas", "Weber");
        assertThat(traces("اتصل على ٠١٢٣٤٥٦٧٨٩")).containsExactly("٠١٢٣٤٥٦٧٨٩");
    }

    @Test
    void figures_dates_and_other_words_are_not() {
        assertThat(traces("From 1 January 2027 on, 80,000 people; see DGUV 68, section 7 (1). Ngo."))
                .isEmpty();
    }

    @Test
    void each_is_told_once() {
        assertThat(traces("Weber", "Ask Weber")).containsExactly("Weber");
    }

    private static List<String> traces(String... texts) {
        return PersonalTraces.in(Stream.of(texts), NAMES);
    }
}
