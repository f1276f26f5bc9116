package org.mangrove.core.records.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mangrove.core.refusal.Refusal.Invalid;

class AlternateSyntaxTest {

    private static final Map<String, String> SENT =
            Map.of("content-type", "application/x-www-form-urlencoded", "authorization", "Basic b2xk", "host", "x");

    @Test
    void fields_are_headers_parameters_and_the_body_of_what_is_meant() {
        var fields = Map.of(
                "Authorization", "Basic bmV3",
                "x-experience-api-version", "1.0.3",
                "If-Match", "\"a1\"",
                "CONTENT-TYPE", "text/plain",
                "stateId", "suspended",
                "content", "grüße");

        AlternateSyntax meant = AlternateSyntax.meant("PUT", fields, SENT);

        assertThat(meant.method()).isEqualTo("PUT");
        assertThat(meant.parameters()).containsExactly(Map.entry("stateId", "suspended"));
        assertThat(meant.headers())
                .containsOnly(
                        Map.entry("authorization", "Basic bmV3"),
                        Map.entry("x-experience-api-version", "1.0.3"),
                        Map.entry("if-match", "\"a1\""),
                        Map.entry("content-type", "text/plain"),
                        Map.entry("host", "x"));
        assertThat(new String(meant.content(), StandardCharsets.UTF_8)).isEqualTo("grüße");
    }

    @Test
    void the_type_of_the_form_is_not_that_of_its_content_which_is_json_unless_it_says_otherwise() {
        AlternateSyntax meant = AlternateSyntax.meant("POST", Map.of("content", "{}"), SENT);

        assertThat(meant.headers()).containsEntry("content-type", "application/json");
    }

    @Test
    void what_puts_something_there_must_have_content_even_if_it_is_empty() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> AlternateSyntax.meant("PUT", Map.of("stateId", "x"), SENT))
                .satisfies(refused -> assertThat(refused.place()).contains("content"));
        assertThat(AlternateSyntax.meant("PUT", Map.of("content", ""), SENT).content())
                .isEmpty();
    }

    @Test
    void what_asks_has_no_content_so_that_one_is_refused_as_any_parameter_nobody_knows() {
        AlternateSyntax meant = AlternateSyntax.meant("GET", Map.of("content", "{}", "limit", "1"), SENT);

        assertThat(meant.parameters()).containsOnlyKeys("content", "limit");
        assertThat(meant.headers()).doesNotContainKey("content-type");
    }

    @Test
    void names_of_parameters_and_of_the_content_mind_upper_and_lower_case() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> AlternateSyntax.meant("PUT", Map.of("Content", "{}"), SENT));
    }
}
