package org.mangrove.core.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "ArbSchG § 12, ArbSchG § 12, true",
        "ArbSchG § 12, ArbSchG § 12 Abs. 1, true",
        "ArbSchG § 12, ArbSchG § 120, false",
        "ArbSchG § 12, ArbSchG § 12a, false",
        "ArbSchG § 12, arbschg §12, true",
        "ArbSchG §12, ArbSchG § 12 Abs. 1 Satz 2, true",
        "ArbSchG § 12 Abs. 1, ArbSchG § 12, false",
        "ArbSchG, ArbSchG § 12, true",
        "ArbSch, ArbSchG § 12, false",
        "'Regulation (EU) 2016/679', 'Regulation (EU) 2016/679, Article 33', true",
        "労働安全衛生法第59条, 労働安全衛生法第59条, true"
    })
    void covers_itself_and_what_stands_in_it(String changed, String verified, boolean isCovered) {
        assertThat(new LegalReference(changed).covers(verified)).isEqualTo(isCovered);
        assertThat(new LegalReference(changed.replace(" ", "\u00a0 ")).covers(verified))
                .as("however wide the spaces are")
                .isEqualTo(isCovered);
    }
}
