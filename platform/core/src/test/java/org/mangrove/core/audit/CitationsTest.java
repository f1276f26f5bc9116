package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationsTest {

    @Test
    void links_are_found_however_they_are_written_and_without_what_ends_the_sentence() {
        assertThat(Citations.links("See [the rules](https://example.org/a?b=c#d), <http://example.org/e> or "
                        + "https://example.org/f. And https://example.org/a?b=c again。https://example.org/g、"))
                .containsExactly(
                        "https://example.org/a?b=c",
                        "http://example.org/e",
                        "https://example.org/f",
                        "https://example.org/g");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/en/rules/12, https://example.org/de/rules/12, true",
        "https://en.example.org/rules, https://ja.example.org/rules, true",
        "https://example.org/rules?lang=en&id=4, https://example.org/rules?id=4&lang=ar, false",
        "https://example.org/rules?lang=en, https://example.org/rules?lang=ar, true",
        "https://example.org/en-GB/rules, https://example.org/de/rules, true",
        "https://example.org/en/rules/12, https://example.org/de/rules/13, false"
    })
    void an_address_is_the_same_in_another_language(String one, String other, boolean same) {
        assertThat(Citations.anyLanguage(one).equals(Citations.anyLanguage(other)))
                .isEqualTo(same);
    }

    @Test
    void numbers_are_the_same_in_whatever_digits_they_are_written() {
        Set<String> western =
                Citations.figures("Up to 1,250 kg and 85.5 dB, 3 times").numbers();

        assertThat(western).containsExactlyInAnyOrder("1250", "85.5");
        assertThat(Citations.figures("１２５０キロ、８５.５デシベル").numbers()).isEqualTo(western);
        assertThat(Citations.figures("١٢٥٠ كغ و ٨٥٫٥ ديسيبل").numbers()).isEqualTo(western);
        assertThat(Citations.figures("1.250 kg, 85,5 dB").numbers()).isEqualTo(western);
    }

    @Test
    void laws_and_standards_are_found_by_their_numbers() {
        assertThat(Citations.figures("Regulation (EU) 2016/679, Art. 30; ISO 45001 and ISO/IEC 27001:2022")
                        .laws())
                .containsExactlyInAnyOrder("2016/679", "article 30", "iso 45001", "iso/iec 27001");
        assertThat(Citations.figures("規則 (EU) 2016/679 第30条").laws())
                .containsExactlyInAnyOrder("2016/679", "article 30");
        assertThat(Citations.figures("nach § 12 ArbSchG").laws()).containsExactly("§12 arbschg");
    }

    @Test
    void what_stands_in_an_address_is_no_number() {
        assertThat(Citations.figures("https://example.org/2016/679").numbers()).isEmpty();
        assertThat(Citations.figures("https://example.org/2016/679").laws()).isEmpty();
    }
}
