package org.mangrove.core.records.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.XapiVersion;

class AskedParametersTest {

    @Test
    void names_that_nobody_knows_are_refused_and_named_and_mind_upper_and_lower_case() {
        refuses("ActivityId", "records.parameter.unknown", () -> asked("ActivityId", "https://example.com/a"));
        refuses("foo", "records.parameter.unknown", () -> asked("foo", "bar"));
    }

    @Test
    void one_that_is_missing_or_empty_is_named() {
        refuses(
                "stateId",
                "records.parameter.missing",
                () -> asked("agent", "{}").text("stateId"));
        refuses(
                "stateId",
                "records.parameter.missing",
                () -> asked("stateId", "").text("stateId"));
        refuses(
                "agent",
                "records.parameter.missing",
                () -> asked("stateId", "x").agent("agent"));
    }

    @Test
    void a_name_has_a_bound() {
        String longest = "x".repeat(AskedParameters.MOST_CHARACTERS);

        assertThat(asked("stateId", longest).text("stateId")).isEqualTo(longest);
        refuses(
                "stateId",
                "records.parameter.too-long",
                () -> asked("stateId", longest + "x").text("stateId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/a?b=c#d", "urn:uuid:1", "act:x", "https://例え.jp/活動", "HTTP://EXAMPLE.COM"})
    void an_iri_has_a_scheme(String iri) {
        assertThat(asked("activityId", iri).iri("activityId")).isEqualTo(iri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"true", "example.com/a", "https:", "1a:b", "https://a b", "https://a\u0000b", "https://<a>"})
    void what_has_none_or_is_broken_is_no_iri(String text) {
        refuses(
                "activityId",
                "xapi.value.unexpected",
                () -> asked("activityId", text).iri("activityId"));
    }

    @Test
    void an_agent_is_read_as_in_statements() {
        assertThat(asked("agent", "{\"mbox\":\"mailto:lena@example.com\",\"name\":\"Lena\"}")
                        .agent("agent"))
                .isEqualTo(new AgentId(AgentId.Kind.MBOX, "mailto:lena@example.com", ""));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> asked("agent", "true").agent("agent"))
                .satisfies(refused -> assertThat(refused.place()).contains("agent"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> asked("agent", "{\"objectType\":\"Agent\"}").agent("agent"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T08:30:00Z, 2026-11-22T08:30:00Z",
        "2026-11-22T08:30:00.123456+02:00, 2026-11-22T06:30:00.123456Z"
    })
    void a_time_has_its_offset(String text, Instant time) {
        assertThat(asked("since", text).findTime("since")).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "", "2026-11-22", "2026-11-22T08:30:00", "2026-13-22T08:30:00Z"})
    void anything_else_is_no_time(String text) {
        refuses("since", "xapi.value.unexpected", () -> asked("since", text).findTime("since"));
    }

    @Test
    void a_uuid_is_written_whole() {
        assertThat(asked("registration", "01935A3C-0000-7000-8000-000000000001").findUuid("registration"))
                .contains(UUID.fromString("01935a3c-0000-7000-8000-000000000001"));
        refuses(
                "registration",
                "xapi.value.unexpected",
                () -> asked("registration", "1-1-1-1-1").findUuid("registration"));
        assertThat(asked("agent", "x").findUuid("registration")).isEmpty();
    }

    private static void refuses(String place, String key, ThrowingCallable asking) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(asking).satisfies(refused -> {
            assertThat(refused.place()).contains(place);
            assertThat(refused.reason().key()).isEqualTo(key);
        });
    }

    private static AskedParameters asked(String name, String value) {
        return new AskedParameters(
                new XapiRequest(
                        "GET",
                        "activities/state",
                        Map.of(name, value),
                        Map.of(),
                        XapiVersion.V2_0_0,
                        "http://localhost:8080",
                        "",
                        -1,
                        InputStream.nullInputStream()),
                Set.of("activityId", "agent", "registration", "stateId", "since"));
    }
}
