package org.mangrove.core.localization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.tenancy.SampleTenants.ARABIC;
import static org.mangrove.core.tenancy.SampleTenants.BERLIN;
import static org.mangrove.core.tenancy.SampleTenants.OSAKA;
import static org.mangrove.core.tenancy.SampleTenants.RIYADH;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.localization.Customs.Address;
import org.mangrove.core.localization.Customs.Length;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.sdk.custom.Custom;
import org.mangrove.sdk.custom.Custom.GregorianYear;
import org.mangrove.sdk.custom.NameCustom;

class CustomsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Instant EVENING = Instant.parse("2026-11-22T22:30:00Z");

    private final Customs german = Customs.of(BERLIN, Locale.GERMAN);
    private final Customs arabic = Customs.of(RIYADH, ARABIC);
    private final Customs japanese = Customs.of(OSAKA, Locale.JAPANESE);

    @Test
    void dates_are_written_in_the_tenants_calendar_and_digits() {
        assertThat(german.date(DAY, Length.SHORT)).isEqualTo("22.11.2026");
        assertThat(german.date(DAY)).isEqualTo("22.11.2026");
        assertThat(german.date(DAY, Length.LONG)).isEqualTo("22. November 2026");
        assertThat(german.date(DAY, Length.FULL)).isEqualTo("Sonntag, 22. November 2026");
        assertThat(arabic.date(DAY, Length.LONG)).isEqualTo("١٢ جمادى الآخرة ١٤٤٨ هـ");
        assertThat(japanese.date(DAY, Length.LONG)).isEqualTo("令和8年11月22日");
    }

    @Test
    void a_change_of_the_tenants_configuration_counts_at_once() {
        var before = SampleTenants.counting(BERLIN, "japanese");

        assertThat(Customs.of(before, Locale.JAPANESE).date(DAY, Length.LONG)).isEqualTo("令和8年11月22日");
        assertThat(Customs.of(BERLIN, Locale.JAPANESE).date(DAY, Length.LONG)).isEqualTo("2026年11月22日");
    }

    @Test
    void english_is_written_as_the_tenants_country_writes_it_but_not_in_digits_that_english_does_not_know() {
        assertThat(Customs.of(BERLIN, Locale.ENGLISH).date(DAY, Length.LONG)).isEqualTo("22 November 2026");
        assertThat(Customs.of(RIYADH, Locale.ENGLISH).number(1234.5)).isEqualTo("1,234.5");
        assertThat(Customs.of(RIYADH, Locale.ENGLISH).date(DAY, Length.LONG)).contains("1448", "AH");
    }

    @Test
    void moments_are_told_in_the_tenants_time_zone() {
        assertThat(german.instant(EVENING)).isEqualTo("22.11.2026, 23:30");
        assertThat(german.time(EVENING)).isEqualTo("23:30");
        assertThat(japanese.dayOf(EVENING)).isEqualTo(DAY.plusDays(1));
        assertThat(japanese.time(EVENING)).isEqualTo("7:30");
    }

    @Test
    void the_gregorian_year_stands_beside_the_era_where_the_market_wants_it() {
        var shaped = Customs.of(OSAKA, Locale.JAPANESE, Optional.of(osaka()));
        assertThat(shaped.date(DAY, Length.LONG)).isEqualTo("令和8年（2026年）11月22日");
        assertThat(shaped.instant(EVENING, Length.LONG)).startsWith("令和8年（2026年）11月23日");
        assertThat(shaped.firstDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    }

    @Test
    void names_follow_the_language_or_the_market() {
        assertThat(german.name("Lena", "Brandt")).isEqualTo("Lena Brandt");
        assertThat(german.sortedName("Lena", "Brandt")).isEqualTo("Brandt, Lena");
        assertThat(german.name("Sukarno", "")).isEqualTo("Sukarno");
        assertThat(japanese.name("美咲", "田中")).isEqualTo("田中美咲");
        assertThat(japanese.name("Lena", "Brandt")).isEqualTo("Lena Brandt");
        var shaped = Customs.of(OSAKA, Locale.JAPANESE, Optional.of(osaka()));
        assertThat(shaped.name("美咲", "田中")).isEqualTo("田中 美咲");
        assertThat(shaped.name("美咲", "田中", Address.POLITE)).isEqualTo("田中 美咲さん");
        assertThat(shaped.name("美咲", "田中", Address.FORMAL)).isEqualTo("田中 美咲 様");
    }

    @Test
    void numbers_shares_durations_and_lists() {
        assertThat(german.number(1234567.25)).isEqualTo("1.234.567,25");
        assertThat(arabic.number(1234)).isEqualTo("١٬٢٣٤");
        assertThat(german.percent(0.255)).isEqualTo("25,5\u00a0%");
        assertThat(arabic.percent(0.25)).contains("٢٥");
        assertThat(german.duration(Duration.ofMinutes(20))).isEqualTo("20 Min.");
        assertThat(japanese.duration(Duration.ofMinutes(90))).isEqualTo("1 時間 30 分");
        assertThat(german.list(List.of("Ada", "Ben", "Cem"))).isEqualTo("Ada, Ben und Cem");
        assertThat(german.language(Locale.JAPANESE)).isEqualTo("Japanisch");
    }

    @Test
    void how_far_away_something_is() {
        assertThat(german.relative(EVENING.plus(Duration.ofMinutes(5)), EVENING))
                .isEqualTo("in 5 Minuten");
        assertThat(german.relative(EVENING.minus(Duration.ofHours(2)), EVENING)).isEqualTo("vor 2 Stunden");
        assertThat(german.relative(EVENING.plus(Duration.ofDays(1)), EVENING)).isEqualTo("morgen");
        assertThat(german.relative(EVENING.plus(Duration.ofDays(21)), EVENING)).isEqualTo("in 3 Wochen");
        assertThat(german.relative(EVENING.plus(Duration.ofDays(400)), EVENING)).isEqualTo("nächstes Jahr");
        assertThat(arabic.relative(EVENING.plus(Duration.ofDays(3)), EVENING)).contains("٣");
    }

    @Test
    void texts_are_sorted_as_the_language_sorts_them() {
        assertThat(Stream.of("Zebra", "Äpfel", "Apfel", "Öl").sorted(german.collation()))
                .containsExactly("Apfel", "Äpfel", "Öl", "Zebra");
        assertThat(Stream.of("Zebra", "Äpfel", "Öl")
                        .sorted(Customs.of(BERLIN, Locale.of("sv")).collation()))
                .containsExactly("Zebra", "Äpfel", "Öl");
    }

    @Test
    void shared_by_many_threads_they_never_mix_two_answers() throws Exception {
        List<Callable<Integer>> writers = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(thread -> () -> {
                    int wrong = 0;
                    for (int i = 0; i < 5_000; i++) {
                        int day = i % 28 + 1;
                        var said = german.date(DAY.withDayOfMonth(day), Length.LONG);
                        wrong += said.equals(day + ". November 2026") ? 0 : 1;
                        wrong += german.name("Lena" + i, "Brandt" + thread).equals("Lena" + i + " Brandt" + thread)
                                ? 0
                                : 1;
                        wrong += german.duration(Duration.ofMinutes(day)).equals(day + " Min.") ? 0 : 1;
                    }
                    return wrong;
                })
                .toList();

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var wrong : threads.invokeAll(writers)) {
                assertThat(wrong.get()).isZero();
            }
        }
    }

    private static Custom osaka() {
        return new Custom(
                "japanese",
                GregorianYear.BESIDE,
                DayOfWeek.SUNDAY,
                new NameCustom(NameCustom.Order.FAMILY_FIRST, " ", "{name}さん", "{name} 様", "{name}"));
    }
}
