package org.mangrove.core.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.refusal.Refusal.Invalid;

class DocumentContentTest {

    @Test
    void its_etag_is_the_sha_1_of_its_bytes() {
        assertThat(json("abc").etag()).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
    }

    @Test
    void properties_are_added_and_replaced_whole() {
        var there = json("""
                {"car":{"make":"Ford","model":"Escape"},"driver":"Dale","laps":12.50}""");
        var later = json("""
                {"car":{"make":"Dodge"},"laps":1e3,"flag":null}""");

        assertThat(text(there.overlaidWith(later))).isEqualTo("""
                {"car":{"make":"Dodge"},"driver":"Dale","laps":1E+3,"flag":null}""");
    }

    @Test
    void numbers_are_kept_as_exactly_as_they_were_written() {
        var there = json("{\"a\":0.10000000000000000000000000001,\"b\":123456789012345678901234567890}");

        assertThat(text(there.overlaidWith(json("{}")))).isEqualTo(text(there));
    }

    @Test
    void the_type_is_what_the_later_one_says() {
        var later = new DocumentContent("application/json; charset=utf-8", "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(json("{}").overlaidWith(later).type()).isEqualTo("application/json; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "APPLICATION/JSON ; charset=utf-8, true",
        "application/json5, false",
        "application/vnd.api+json, false",
        "not/json, false"
    })
    void json_is_known_by_its_media_type(String type, boolean isJson) {
        assertThat(new DocumentContent(type, new byte[0]).isJson()).isEqualTo(isJson);
    }

    @Test
    void only_json_is_laid_over_json() {
        var text = new DocumentContent("text/plain", "{}".getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> json("{}").overlaidWith(text))
                .satisfies(
                        refused -> assertThat(refused.reason().key()).isEqualTo("records.document.only-json-merges"));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> text.overlaidWith(json("{}")));
    }

    @Test
    void only_objects_are_laid_over_objects() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> json("{}").overlaidWith(json("[1]")))
                .satisfies(refused -> assertThat(refused.reason().key()).isEqualTo("records.document.no-object"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> json("\"x\"").overlaidWith(json("{}")))
                .satisfies(refused -> assertThat(refused.reason().key()).isEqualTo("records.document.no-object-there"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}{",
                "{} 1",
                "{\"a\":1,\"a\":2}",
                "{'a':1}",
                "{\"a\":1,}",
                "[NaN]",
                "nul",
                "{\"a\":01}",
                "\ufeff{}"
            })
    void what_says_that_it_is_json_must_be(String text) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> json(text).mustBeWhatItSays())
                .satisfies(refused -> assertThat(refused.reason().key()).isEqualTo("records.document.malformed"));
    }

    @Test
    void nesting_has_a_bound_and_is_no_error_of_ours() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> json(deep).mustBeWhatItSays());
    }

    @Test
    void json_is_in_utf_8_and_in_whole_characters() {
        var latin = new DocumentContent("application/json", "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(latin::mustBeWhatItSays)
                .satisfies(refused -> assertThat(refused.reason().key()).isEqualTo("records.document.not-utf-8"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> json("{\"a\":\"\\ud83d\"}").overlaidWith(json("{\"b\":1}")))
                .satisfies(refused -> assertThat(refused.reason().key()).isEqualTo("records.document.not-utf-8"));
    }

    @Test
    void what_does_not_say_that_it_is_json_may_be_anything() {
        assertThatCode(() -> new DocumentContent("image/png", new byte[] {-1, 0, 1}).mustBeWhatItSays())
                .doesNotThrowAnyException();
    }

    @Test
    void five_mebibytes_are_not_too_large_and_one_byte_more_is() {
        assertThat(new DocumentContent("x/y", new byte[5 << 20]).isTooLarge()).isFalse();
        assertThat(new DocumentContent("x/y", new byte[(5 << 20) + 1]).isTooLarge())
                .isTrue();
    }

    private static DocumentContent json(String text) {
        return new DocumentContent("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DocumentContent content) {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }
}
