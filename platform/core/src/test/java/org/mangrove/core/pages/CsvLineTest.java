package org.mangrove.core.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody has typed somewhere is no program in somebody else's spreadsheet. */
class CsvLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain | \"plain\"",
                "=1+1 | \"'=1+1\"",
                "+1 | \"'+1\"",
                "-2+3 | \"'-2+3\"",
                "@SUM(A1) | \"'@SUM(A1)\"",
                "-31 | \"-31\"",
                "say \"so\" | \"say \"\"so\"\"\"",
                "a, b | \"a, b\""
            })
    void cells_are_quoted_and_formulas_are_none(String text, String cell) {
        assertThat(CsvLine.of(Stream.of(text))).isEqualTo(cell + "\r\n");
    }
}
