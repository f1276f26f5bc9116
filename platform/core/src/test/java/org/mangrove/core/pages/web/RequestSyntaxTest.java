package org.mangrove.core.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/catalogue", "/t/acme-de/courses/a%20b", "q=%D8%B9+%F0%9F%8C%B1&x", "a=b%2Fc%25", "100+%2B"
            })
    void an_address_with_whole_escapes_of_utf_8_is_read(String raw) {
        assertThat(RequestSyntax.isWellEscaped(raw)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%z", "%zz", "a%2", "/%00", "%C0%AF", "%FF", "%ED%A0%80", "%E2%80", "a\0b"})
    void an_address_with_anything_else_is_not(String raw) {
        assertThat(RequestSyntax.isWellEscaped(raw)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain; charset=utf-8",
                "application/x-www-form-urlencoded; charset=\"UTF-16\"",
                "multipart/form-data; boundary=b"
            })
    void a_type_that_can_be_read_is_taken(String type) {
        assertThat(RequestSyntax.isReadableType(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "text/plain; charset=nowhere",
                "text/plain; charset=%%",
                "text/",
                "/",
                "text/plain; x"
            })
    void a_type_that_cannot_is_not(String type) {
        assertThat(RequestSyntax.isReadableType(type)).isFalse();
    }
}
