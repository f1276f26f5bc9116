package org.mangrove.core.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageRangesTest {

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            de                       | en de          | de
            DE                       | en de          | de
            de                       | en de-AT de-DE | de-AT
            de-DE                    | en de          | de
            de-DE                    | de-AT en       | de-AT
            fr, de;q=0.5             | en de          | de
            en;q=0.4, de;q=0.5       | en de          | de
            en-GB, en;q=0.9          | en-US en-GB    | en-GB
            fr                       | en de          | en
            ''                       | en de          | en
            *                        | ja en          | ja
            fr, *;q=0.1              | en fr          | fr
            en;q=0, *                | en de          | de
            en;q=0                   | en de          | de
            en;q=0                   | en             | en
            *;q=0, de                | en de          | de
            en, en-US;q=0            | en-US en-GB    | en-GB
            en-GB, en;q=0, fr;q=0.1  | en de fr       | fr
            zh-Hant-TW               | en zh-Hant     | zh-Hant
            d                        | en de          | en
            de;q=nonsense, en        | de en          | en
            ;;;, de                  | en de          | de
            de;q=1.001               | en de          | en
            """)
    void chooses_what_is_wanted_most(String header, String languages, String chosen) {
        assertThat(LanguageRanges.of(header).choose(List.of(languages.split(" "))))
                .contains(chosen);
    }

    @Test
    void nothing_can_be_chosen_of_nothing() {
        assertThat(LanguageRanges.of("de").choose(List.of())).isEmpty();
    }

    @Test
    void a_header_without_end_is_read_to_some_length() {
        assertThat(LanguageRanges.of("xx,".repeat(100_000) + "de").choose(List.of("en", "de")))
                .contains("en");
    }
}
