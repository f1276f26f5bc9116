package org.mangrove.core.credentials.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.Terms;
import org.mangrove.core.refusal.Refusal.Invalid;

class OrderedTermsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}"})
    void who_says_nothing_gets_what_reads_statements(String nothing) {
        assertThat(OrderedTerms.read(nothing))
                .isEqualTo(new Terms("Operator", Set.of(Scope.STATEMENTS_READ), Optional.of(500), Optional.empty()));
    }

    @Test
    void everything_can_be_said() {
        assertThat(OrderedTerms.read("""
                {"title": "LMS", "scopes": ["state", "statements/write"], "limit": 50, "expires": "2027-03-31T00:00:00Z"}"""))
                .isEqualTo(new Terms(
                        "LMS",
                        Set.of(Scope.STATE, Scope.STATEMENTS_WRITE),
                        Optional.of(50),
                        Optional.of(Instant.parse("2027-03-31T00:00:00Z"))));
    }

    @Test
    void a_limit_of_null_is_none() {
        assertThat(OrderedTerms.read("{\"limit\": null}").perSecond()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{} {}",
                "{\"scope\": \"all\"}",
                "{\"title\": 1}",
                "{\"scopes\": \"all\"}",
                "{\"scopes\": [\"ALL\"]}",
                "{\"limit\": \"50\"}",
                "{\"limit\": 1.5}",
                "{\"limit\": 99999999999}",
                "{\"expires\": \"tomorrow\"}"
            })
    void what_is_not_understood_is_refused(String order) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> OrderedTerms.read(order));
    }
}
