package org.mangrove.core.localization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mangrove.core.tenancy.SampleTenants.ARABIC;
import static org.mangrove.core.tenancy.SampleTenants.BERLIN;
import static org.mangrove.core.tenancy.SampleTenants.OSAKA;
import static org.mangrove.core.tenancy.SampleTenants.RIYADH;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.i18n.Bundles;
import org.mangrove.sdk.Message;

class WordsTest {

    private static final Map<Locale, Map<String, String>> TEXTS = Map.of(
            Locale.ENGLISH,
            Map.of(
                    "test.hello", "Hello",
                    "test.english-only", "Only in English",
                    "test.it''s", "It''s",
                    "test.apostrophe", "It's {name}'s & that's <all>",
                    "test.title", "Course: {course}",
                    "test.due", "Due {day}, takes {time}: {parts}",
                    "test.role", "{role, select, manager {{name} leads} other {{name} learns}}",
                    "test.places",
                            "{places, plural, =0 {{course} is full.} one {One place left in {course}.}"
                                    + " other {# places left in {course}.}}"),
            Locale.GERMAN,
            Map.of(
                    "test.hello",
                    "Hallo",
                    "test.places",
                    "{places, plural, one {Ein Platz} other {# Plätze}} in {course}."),
            Locale.of("de", "AT"),
            Map.of("test.hello", "Servus"),
            Locale.forLanguageTag("es-419"),
            Map.of("test.hello", "Hola (419)"),
            Locale.of("es"),
            Map.of("test.hello", "Hola (es)"),
            Locale.forLanguageTag("zh-Hant"),
            Map.of("test.hello", "繁體"),
            Locale.of("zh"),
            Map.of("test.hello", "简体"),
            Locale.of("nb"),
            Map.of("test.hello", "Hei"),
            ARABIC,
            Map.of(
                    "test.title",
                    "الدورة: {course}",
                    "test.places",
                    "{places, plural, zero {لا} one {مكان في {course}} two {مكانان} few {# أماكن في {course}}"
                            + " many {# مكانًا} other {# مكان}}"));

    private final Words words = new Words(Bundles.of(TEXTS), true);

    @Test
    void says_a_sentence_in_the_language_asked_for() {
        assertThat(words.speak(SampleTenants.of(BERLIN), Locale.GERMAN, Message.of("test.hello")))
                .isEqualTo(new Spoken("Hallo", Locale.GERMAN, false));
    }

    @Test
    void looks_through_the_exact_locale_then_the_parents_of_cldr_then_the_language() {
        assertThat(hello("de-AT")).isEqualTo("Servus");
        assertThat(hello("de-CH")).isEqualTo("Hallo");
        assertThat(hello("es-MX")).isEqualTo("Hola (419)");
        assertThat(hello("es-ES")).isEqualTo("Hola (es)");
        assertThat(hello("zh-HK")).isEqualTo("繁體");
        assertThat(hello("zh-TW")).isEqualTo("繁體");
        assertThat(hello("zh-CN")).isEqualTo("简体");
        assertThat(hello("no")).isEqualTo("Hei");
        assertThat(hello("nn")).isEqualTo("Hei");
    }

    @Test
    void says_in_english_what_a_language_lacks_and_tells_so() {
        assertThat(words.speak(SampleTenants.of(OSAKA), Locale.JAPANESE, Message.of("test.hello")))
                .isEqualTo(new Spoken("Hello", Locale.ENGLISH, true));
        assertThat(words.speak(SampleTenants.of(BERLIN), Locale.of("de", "CH"), Message.of("test.hello"))
                        .fellBack())
                .isFalse();
        assertThat(words.speak(SampleTenants.of(BERLIN), Locale.UK, Message.of("test.hello"))
                        .fellBack())
                .isFalse();
    }

    @Test
    void a_tenants_own_words_come_first_but_not_in_another_language() {
        var tenant = SampleTenants.saying(
                BERLIN,
                Map.of(
                        Locale.GERMAN, Map.of("test.hello", "Glück auf, {name}"),
                        Locale.ENGLISH, Map.of("test.hello", "Ahoy", "test.english-only", "Only here")));

        assertThat(words.say(
                        tenant, Locale.of("de", "AT"), Message.of("test.hello").with("name", "Lena")))
                .isEqualTo("Glück auf, Lena");
        assertThat(words.say(tenant, Locale.ENGLISH, Message.of("test.hello"))).isEqualTo("Ahoy");
        assertThat(words.say(tenant, Locale.of("nb"), Message.of("test.hello"))).isEqualTo("Hei");
        assertThat(words.say(tenant, Locale.GERMAN, Message.of("test.english-only")))
                .isEqualTo("Only here");
        assertThat(words.say(SampleTenants.of(BERLIN), Locale.GERMAN, Message.of("test.hello")))
                .isEqualTo("Hallo");
    }

    @Test
    void chooses_plural_forms_by_the_language_and_writes_numbers_in_the_tenants_digits() {
        var message = Message.of("test.places").with("course", "ISO 27001").with("places", 3);

        assertThat(words.say(SampleTenants.of(BERLIN), Locale.GERMAN, message)).isEqualTo("3 Plätze in ISO 27001.");
        assertThat(words.say(SampleTenants.of(BERLIN), Locale.GERMAN, message.with("places", 1)))
                .isEqualTo("Ein Platz in ISO 27001.");
        assertThat(words.say(SampleTenants.of(RIYADH), ARABIC, message)).isEqualTo("٣ أماكن في \u2068ISO 27001\u2069");
        assertThat(words.say(SampleTenants.of(RIYADH), Locale.ENGLISH, message))
                .isEqualTo("3 places left in ISO 27001.");
        assertThat(words.say(SampleTenants.of(RIYADH), Locale.ENGLISH, message.with("places", 0)))
                .isEqualTo("ISO 27001 is full.");
    }

    @Test
    void chooses_by_an_argument_that_is_no_number() {
        var message = Message.of("test.role").with("name", "Lena").with("role", "manager");

        assertThat(words.say(SampleTenants.of(BERLIN), Locale.ENGLISH, message)).isEqualTo("Lena leads");
        assertThat(words.say(SampleTenants.of(BERLIN), Locale.ENGLISH, message.with("role", "learner")))
                .isEqualTo("Lena learns");
    }

    @Test
    void isolates_an_argument_of_the_other_direction() {
        assertThat(words.say(
                        SampleTenants.of(BERLIN),
                        Locale.ENGLISH,
                        Message.of("test.title").with("course", "سلامة")))
                .isEqualTo("Course: \u2068سلامة\u2069");
        assertThat(words.say(
                        SampleTenants.of(BERLIN),
                        Locale.ENGLISH,
                        Message.of("test.title").with("course", "Safety")))
                .isEqualTo("Course: Safety");
    }

    @Test
    void escapes_html_and_gives_each_argument_an_element() {
        var message = Message.of("test.apostrophe").with("name", "<b>Lena</b>");

        assertThat(words.speakHtml(SampleTenants.of(BERLIN), Locale.ENGLISH, message)
                        .text())
                .isEqualTo("It&#39;s <bdi>&lt;b&gt;Lena&lt;/b&gt;</bdi>&#39;s &amp; that&#39;s &lt;all&gt;");
        assertThat(words.say(SampleTenants.of(BERLIN), Locale.ENGLISH, message))
                .isEqualTo("It's <b>Lena</b>'s & that's <all>");
    }

    @Test
    void a_message_within_a_message_is_marked_if_it_fell_back() {
        var message = Message.of("test.title").with("course", Message.of("test.hello"));

        assertThat(words.speakHtml(SampleTenants.of(RIYADH), ARABIC, message).text())
                .isEqualTo("الدورة: <bdi lang=\"en\">Hello</bdi>");
    }

    @Test
    void dates_durations_and_lists_follow_the_tenants_customs() {
        var message = Message.of("test.due")
                .with("day", LocalDate.of(2026, 11, 22))
                .with("time", Duration.ofMinutes(20))
                .with("parts", List.of("a", "b", "c"));

        assertThat(words.say(SampleTenants.of(BERLIN), Locale.ENGLISH, message))
                .isEqualTo("Due 22 November 2026, takes 20 mins: a, b and c");
    }

    @Test
    void a_missing_sentence_or_argument_is_an_error_in_tests_and_shown_otherwise() {
        var lenient = new Words(Bundles.of(TEXTS), false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> words.say(SampleTenants.of(BERLIN), Locale.GERMAN, Message.of("test.nothing")))
                .withMessageContaining("test.nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words.say(SampleTenants.of(BERLIN), Locale.GERMAN, Message.of("test.title")))
                .withMessageContaining("{course}");
        assertThat(lenient.say(SampleTenants.of(BERLIN), Locale.GERMAN, Message.of("test.nothing")))
                .isEqualTo("⟦test.nothing⟧");
        assertThat(lenient.say(SampleTenants.of(BERLIN), Locale.ENGLISH, Message.of("test.title")))
                .isEqualTo("Course: {course}");
    }

    @Test
    void a_plugin_speaks_in_the_version_that_the_tenant_has_chosen_and_only_for_itself() {
        words.add(new MessageSource("jp-style", "1.0.0", Map.of(Locale.ENGLISH, Map.of("jp-style.hi", "Old"))));
        words.add(new MessageSource("jp-style", "2.0.0", Map.of(Locale.ENGLISH, Map.of("jp-style.hi", "New"))));
        var message = Message.of("jp-style.hi");

        assertThat(words.say(
                        SampleTenants.of(OSAKA, SampleTenants.plugin("jp-style", "1.0.0")), Locale.ENGLISH, message))
                .isEqualTo("Old");
        assertThat(words.say(
                        SampleTenants.of(OSAKA, SampleTenants.plugin("jp-style", "2.0.0")), Locale.ENGLISH, message))
                .isEqualTo("New");
        words.remove("jp-style", "2.0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words.say(SampleTenants.of(OSAKA), Locale.ENGLISH, message));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageSource(
                        "jp-style", "1", Map.of(Locale.ENGLISH, Map.of("learning.hi", "Taken over"))));
    }

    @Test
    void languages_that_nobody_speaks_are_made_from_english() {
        var message = Message.of("test.places").with("course", "ISO 27001").with("places", 3);

        assertThat(words.speak(SampleTenants.of(BERLIN), Locale.forLanguageTag("en-XA"), message))
                .isEqualTo(new Spoken(
                        "[3 þļåçéš ļéƒţ îñ ISO 27001. one two three fo]", Locale.forLanguageTag("en-XA"), false));
        assertThat(words.say(SampleTenants.of(BERLIN), Locale.forLanguageTag("ar-XB"), Message.of("test.hello")))
                .isEqualTo("\u202EHello\u202C");
    }

    @Test
    void sentences_said_on_many_threads_at_once_never_mix() throws Exception {
        var tenants = List.of(SampleTenants.of(BERLIN), SampleTenants.of(RIYADH), SampleTenants.of(OSAKA));
        var locales = List.of(Locale.ENGLISH, Locale.GERMAN, ARABIC);
        var expected = new HashMap<List<Object>, String>();
        List<Callable<Integer>> speakers = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(thread -> () -> mixedUp(thread, tenants, locales, expected))
                .toList();
        for (int tenant = 0; tenant < 3; tenant++) {
            for (Locale locale : locales) {
                for (int places = 0; places < 200; places++) {
                    expected.put(
                            List.of(tenant, locale, places), words.say(tenants.get(tenant), locale, places(places)));
                }
            }
        }

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var mixed : threads.invokeAll(speakers)) {
                assertThat(mixed.get()).isZero();
            }
        }
        assertThat(expected.values()).doesNotContainNull().hasSize(1800);
    }

    private int mixedUp(
            int seed,
            List<org.mangrove.core.tenancy.TenantProfile> tenants,
            List<Locale> locales,
            Map<List<Object>, String> expected) {
        var random = new java.util.Random(seed);
        int mixed = 0;
        for (int i = 0; i < 20_000; i++) {
            int tenant = random.nextInt(3);
            Locale locale = locales.get(random.nextInt(3));
            int places = random.nextInt(200);
            String said = words.say(tenants.get(tenant), locale, places(places));
            if (!said.equals(expected.get(List.of(tenant, locale, places)))) {
                mixed++;
            }
        }
        return mixed;
    }

    private static Message places(int places) {
        return Message.of("test.places").with("course", "Course " + places).with("places", places);
    }

    private String hello(String tag) {
        return words.say(SampleTenants.of(BERLIN), Locale.forLanguageTag(tag), Message.of("test.hello"));
    }
}
