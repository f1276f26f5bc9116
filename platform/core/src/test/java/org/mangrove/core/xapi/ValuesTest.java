package org.mangrove.core.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.xapi.SampleStatements.V1;
import static org.mangrove.core.xapi.SampleStatements.V2;
import static org.mangrove.core.xapi.SampleStatements.json;
import static org.mangrove.core.xapi.SampleStatements.why;
import static org.mangrove.core.xapi.XapiVersion.V1_0_3;
import static org.mangrove.core.xapi.XapiVersion.V2_0_0;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that have a form: versions, IRIs, tags, moments, durations, UUIDs. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "1.0,V1_0_3",
        "1.0.0,V1_0_3",
        "1.0.3,V1_0_3",
        "1.0.99,V1_0_3",
        "2.0,V2_0_0",
        "2.0.0,V2_0_0",
        "2.0.1,V2_0_0"
    })
    void versions_that_are_spoken(String header, XapiVersion version) {
        assertThat(XapiVersion.spoken(header)).contains(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.1",
                "1.1.0",
                "0.95",
                "2.1.0",
                "3.0",
                "1.0.",
                "1.0.03",
                "1.0.3-beta",
                " 1.0.3",
                "V2_0_0"
            })
    void versions_that_are_not(String header) {
        assertThat(XapiVersion.spoken(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com/a/b?c=d&e=%20#f",
                "http://[2001:db8::1]:8080/",
                "urn:uuid:0f5c1f5e-9f5a-4a6e-9d3c-2f8a52f0c0aa",
                "tag:example.com,2026:a",
                "mailto:a@b.c",
                "a+b-c.1:x",
                "https://例え.テスト/頁",
                "https://example.com/\ud83d\ude00",
                "https://example.com/?\ue000",
                "act:user/(1)!$'*;@~"
            })
    void iris(String text) {
        assertThat(Iri.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "page",
                "/page",
                "//example.com/page",
                ":page",
                "1a:b",
                "ab=c://example.com",
                "https:",
                "https://",
                "https://example.com/a b",
                "https://example.com/<a>",
                "https://example.com/\"",
                "https://example.com/{id}",
                "https://example.com/a|b",
                "https://example.com/a\\b",
                "https://example.com/^",
                "https://example.com/`",
                "https://example.com/%",
                "https://example.com/%2",
                "https://example.com/%zz",
                "https://example.com/#a#b",
                "https://example.com/[a]",
                "https://example.com/\u0001",
                "https://example.com/\u007f",
                "https://example.com/\u0085",
                "https://example.com/\ue000",
                "https://example.com/\ufdd0",
                "https://example.com/\uffff",
                "https://example.com/\u202e",
                "héllo:a"
            })
    void no_iris(String text) {
        assertThat(Iri.isOne(text)).isFalse();
    }

    @Test
    void a_uri_has_no_other_scripts() {
        assertThat(Iri.isUri("https://example.com/a")).isTrue();
        assertThat(Iri.isUri("https://example.com/ä")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "EN",
                "de-DE",
                "zh-Hant-TW",
                "es-419",
                "sl-rozaj-biske",
                "de-CH-1996",
                "zh-cmn-Hans-CN",
                "ast",
                "abcd",
                "abcdefgh",
                "en-a-bbb-x-a-ccc",
                "x-whatever",
                "i-klingon",
                "sgn-BE-FR",
                "und",
                "ja-JP-u-ca-japanese",
                "zh-min-nan",
                "de-x-1",
                "abcdefg"
            })
    void language_tags(String text) {
        assertThat(LanguageTag.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "e",
                "e1",
                "en_US",
                "en-",
                "-en",
                "en--US",
                "a12345678",
                "abcdefghi",
                "en-abcdefghi",
                "en-US-US",
                "i-whatever",
                "x",
                "x-",
                "en-x",
                "en-a",
                "en-a-x-b",
                "ä",
                "äö",
                "en-US-ab",
                "de-419-DE",
                "1en",
                "e n"
            })
    void no_language_tags(String text) {
        assertThat(LanguageTag.isOne(text)).isFalse();
    }

    @Test
    void a_tag_has_an_end() {
        assertThat(LanguageTag.isOne("en-x" + "-abcdefgh".repeat(100_000))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T17:00:00Z,           2026-05-04T17:00:00Z",
        "2026-05-04t17:00:00z,           2026-05-04T17:00:00Z",
        "2026-05-04T12:00:00-05:00,      2026-05-04T17:00:00Z",
        "2026-05-04T17:00:00.123456789Z, 2026-05-04T17:00:00.123456789Z",
        "2026-05-04T17:00:00.12345678999+00:00, 2026-05-04T17:00:00.123456789Z",
        "2024-02-29T00:00:00Z,           2024-02-29T00:00:00Z",
        "2016-12-31T23:59:60Z,           2017-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z,           0000-01-01T00:00:00Z"
    })
    void moments_of_both_versions(String text, Instant moment) {
        assertThat(Timestamps.read(text, V2_0_0)).contains(moment);
        assertThat(Timestamps.read(text, V1_0_3)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T17:00:00,         2026-05-04T17:00:00Z",
        "2026-05-04T17:00Z,           2026-05-04T17:00:00Z",
        "2026-05-04T17Z,              2026-05-04T17:00:00Z",
        "2026-05-04T19:00:00+0200,    2026-05-04T17:00:00Z",
        "2026-05-04T19:00:00+02,      2026-05-04T17:00:00Z",
        "'2026-05-04T17:00:00,5Z',    2026-05-04T17:00:00.500Z",
        "20260504T170000Z,            2026-05-04T17:00:00Z",
        "20260504T170000.25+0000,     2026-05-04T17:00:00.250Z"
    })
    void moments_of_the_first_version_alone(String text, Instant moment) {
        assertThat(Timestamps.read(text, V1_0_3)).contains(moment);
        assertThat(Timestamps.read(text, V2_0_0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2026-05-04",
                "17:00:00Z",
                "2026-05-04T17:00:00-00:00",
                "2026-05-04T17:00:00-0000",
                "2026-05-04T17:00:00-00",
                "01/011/2015",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-05-04T24:00:01Z",
                "2026-05-04T17:60:00Z",
                "2026-05-04T17:00:61Z",
                "2026-05-04T17:00:60Z",
                "2026-05-04T17:00:00.Z",
                "2026-05-04T17:00:00+25:00",
                "2026-05-04T17:00:00+02:60",
                "2026-05-04T17:00:00Z ",
                "2026-05-04 17:00:00Z",
                "12026-05-04T17:00:00Z",
                "-2026-05-04T17:00:00Z",
                "2026-W19-1T17:00:00Z",
                "٢٠٢٦-05-04T17:00:00Z",
                "2026-0504T170000Z"
            })
    void no_moments(String text) {
        assertThat(Timestamps.read(text, V1_0_3)).isEmpty();
        assertThat(Timestamps.read(text, V2_0_0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT4H35M59.14S",
                "PT16559.14S",
                "P3Y1M29DT4H35M59.14S",
                "P3Y",
                "P4W",
                "PT0S",
                "P0D",
                "P1DT1H",
                "PT1.5H",
                "PT1,5S",
                "P0.5Y",
                "PT1M",
                "P1M",
                "PT1H1S",
                "P1.5W"
            })
    void durations(String text) {
        assertThat(Durations.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "P1",
                "PT1",
                "P4W1D",
                "P1Y4W",
                "1D",
                "pt1s",
                "PA1H0M0S",
                "P1H",
                "PT1D",
                "P1S",
                "PT1S1M",
                "PT1.5H1M",
                "-PT1S",
                "P-1D",
                "PT1.S",
                "PT.5S",
                "P1DT",
                "P0003-06-04T12:30:05",
                "PT1H ",
                "P1M1Y",
                "should fail",
                "PT٣S"
            })
    void no_durations(String text) {
        assertThat(Durations.isOne(text)).isFalse();
    }

    @Test
    void a_duration_has_an_end() {
        assertThat(Durations.isOne("PT" + "1".repeat(1_000_000) + "S")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PT1.23999S, PT1.23S",
        "PT1.2S,     PT1.2S",
        "PT1.20S,    PT1.2S",
        "PT1.001S,   PT1S",
        "PT1H,       PT1H",
        "P1DT12H36M0.12567S, P1DT12H36M0.12S"
    })
    void hundredths_of_a_second(String text, String cut) {
        assertThat(Durations.toHundredths(text)).isEqualTo(cut);
    }

    @Test
    void moments_are_told_in_utc_with_milliseconds_at_least() {
        assertThat(Timestamps.inUtc(Instant.parse("2026-05-04T17:00:00Z"))).isEqualTo("2026-05-04T17:00:00.000Z");
        assertThat(Timestamps.inUtc(Instant.parse("2026-05-04T17:00:00.123456789Z")))
                .isEqualTo("2026-05-04T17:00:00.123456789Z");
    }

    @Test
    void parameters_are_read_by_the_same_rules() {
        assertThat(V2.readUuid("0F5C1F5E-9f5a-4a6e-9d3c-2f8a52f0c0aa", "statementId"))
                .hasToString("0f5c1f5e-9f5a-4a6e-9d3c-2f8a52f0c0aa");
        assertThat(V2.readIri("https://example.com/", "verb")).isEqualTo("https://example.com/");
        assertThat(V1.readTimestamp("2026-05-04T17Z", "since")).isEqualTo("2026-05-04T17:00:00Z");
        assertThat(why(() -> V2.readUuid("1-1-1-1-1", "statementId"))).isEqualTo("statementId xapi.expected.uuid");
        assertThat(why(() -> V2.readIri("verb", "verb"))).isEqualTo("verb xapi.expected.iri");
        assertThat(why(() -> V2.readTimestamp("2026-05-04T17Z", "since"))).isEqualTo("since xapi.expected.timestamp");
    }

    @Test
    void agents_are_read_by_the_same_rules() {
        assertThat(V2.readAgent("{\"mbox\":\"mailto:Lena@EXAMPLE.com\"}", "agent"))
                .isEqualTo(AgentId.of(json("{\"mbox\":\"mailto:Lena@example.com\"}"))
                        .orElseThrow())
                .returns("mbox mailto:Lena@example.com", AgentId::canonical);
        assertThat(why(() -> V2.readAgent("{\"mbox\":\"lena\"}", "agent")))
                .isEqualTo("agent.mbox xapi.expected.mailbox");
        assertThat(why(() -> V2.readAgent("lena", "agent"))).isEqualTo("agent xapi.json.malformed");
        assertThat(why(() -> V2.readAgent("{} {}", "agent"))).isEqualTo("agent xapi.json.more-after-the-end");
        assertThat(why(() -> V2.readAgent("", "agent"))).isEqualTo("agent xapi.json.ends-early");
        assertThat(why(() ->
                        V2.readAgent("{\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:a@b.c\"}]}", "agent")))
                .isEqualTo("agent xapi.rule.anonymous");
    }

    @Test
    void each_identity_has_one_text() {
        var account = new AgentId(AgentId.Kind.ACCOUNT, "a b", "https://example.com/");
        var digest = new AgentId(AgentId.Kind.MBOX_SHA1SUM, "EBD31E95054C018B10727CCFFD2EF2EC3A016EE9", "");

        assertThat(account.canonical()).isEqualTo("account https://example.com/ a b");
        assertThat(account.json())
                .isEqualTo(
                        json(
                                "{\"objectType\":\"Agent\",\"account\":{\"homePage\":\"https://example.com/\",\"name\":\"a b\"}}"));
        assertThat(digest.canonical()).isEqualTo("mbox_sha1sum ebd31e95054c018b10727ccffd2ef2ec3a016ee9");
        assertThat(AgentId.of(digest.json())).isEqualTo(Optional.of(digest));
    }
}
