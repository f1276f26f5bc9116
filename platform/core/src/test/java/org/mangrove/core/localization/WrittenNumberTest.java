package org.mangrove.core.localization;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 37.5 | 37.5",
                "en | 1,234.5 | 1234.5",
                "en | 1,234 | 1234",
                "en | -0.25 | -0.25",
                "en | .5 | 0.5",
                "en | +7 | 7",
                "en | 12 000 | 12000",
                "de | 37,5 | 37.5",
                "de | 37.5 | 37.5",
                "de | 1.234 | 1234",
                "de | 1.234,5 | 1234.5",
                "de | 1\u00a0234,5 | 1234.5",
                "de-CH | 1’234.5 | 1234.5",
                "fr | 1\u202f234,5 | 1234.5",
                "fr | \u22125 | -5",
                "en-IN | 12,34,567.8 | 1234567.8",
                "ja | ３７．５ | 37.5",
                "ja | １，２３４ | 1234",
                "ar-SA | ٣٧٫٥ | 37.5",
                "ar-SA | ١٬٢٣٤٫٥ | 1234.5",
                "ar-SA | 37.5 | 37.5",
                "ar-SA | ٣٧.٥ | 37.5",
                "ar-SA | ٣٧،٥ | 37.5",
                "ar@numbers=arab | \u061c-٣ | -3",
                "fa | ۳۷٫۵ | 37.5",
                "hi | ३७.५ | 37.5",
            })
    void reads_what_people_write_where_they_live(String locale, String written, String number) {
        assertThat(WrittenNumber.read(written, new ULocale(locale))).contains(new BigDecimal(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "warm",
                "37 °C",
                "3..5",
                "1,2,3",
                "12,34.5",
                "1,234,56",
                "1e9",
                "0x10",
                "NaN",
                "∞",
                "½",
                "1234567890123456",
                "0.12345678901",
                "--5",
                "5-",
                "1,234.567,8",
                "5."
            })
    void does_not_guess_at_what_is_none(String written) {
        assertThat(WrittenNumber.read(written, ULocale.ENGLISH)).isEmpty();
    }

    @Property(tries = 500)
    void what_a_locale_shows_it_reads_again(@ForAll("numbers") BigDecimal number, @ForAll("locales") String locale) {
        ULocale there = new ULocale(locale);

        Optional<BigDecimal> read = WrittenNumber.read(new Numbers(there).exact(number), there);

        assertThat(read).hasValueSatisfying(same -> assertThat(same).isEqualByComparingTo(number));
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-999999999"), new BigDecimal("999999999"))
                .ofScale(4);
    }

    @Provide
    Arbitrary<String> locales() {
        return Arbitraries.of(
                "en",
                "de",
                "de-CH",
                "de-AT",
                "fr",
                "ja",
                "en-IN",
                "hi",
                "ar-SA@numbers=arab",
                "ar-AE",
                "fa",
                "he",
                "sv",
                "pt-PT",
                "es",
                "pl",
                "bn",
                "my");
    }
}
