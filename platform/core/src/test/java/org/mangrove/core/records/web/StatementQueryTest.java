package org.mangrove.core.records.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.xapi.XapiVersion;

class StatementQueryTest {

    private static final UUID KENJI = UUID.fromString("01935a3c-0000-7000-8000-000000000002");

    @Test
    void reads_what_is_asked() {
        var query = query(
                "verb",
                "http://adlnet.gov/expapi/verbs/passed",
                "since",
                "2026-11-22T15:00:00+09:00",
                "related_agents",
                "true",
                "format",
                "ids");

        assertThat(query.verb()).contains("http://adlnet.gov/expapi/verbs/passed");
        assertThat(query.since()).contains(Instant.parse("2026-11-22T06:00:00Z"));
        assertThat(query.until()).isEmpty();
        assertThat(query.ascending()).isFalse();
        assertThat(query.relatedAgents()).isTrue();
        assertThat(query.format()).isEqualTo(StatementQuery.Format.IDS);
    }

    @Test
    void gives_no_more_than_the_most() {
        assertThat(query().limit()).isEqualTo(500);
        assertThat(query("limit", "0").limit()).isEqualTo(500);
        assertThat(query("limit", "7").limit()).isEqualTo(7);
        assertThat(query("limit", "5000").limit()).isEqualTo(500);
    }

    @Test
    void the_next_page_asks_the_same_question() {
        String next = query("beyond", UUID.randomUUID().toString(), "since", "2026-11-22T15:00:00+09:00")
                .after(KENJI);

        assertThat(next)
                .isEqualTo("/t/acme-jp/xapi/statements?since=2026-11-22T15%3A00%3A00%2B09%3A00&beyond=" + KENJI);
    }

    @ParameterizedTest
    @CsvSource({
        "since,yesterday",
        "limit,-1",
        "limit,many",
        "ascending,maybe",
        "ascending,TRUE",
        "registration,7",
        "statementId,7",
        "voidedStatementId,",
        "verb,passed",
        "activity,course 7",
        "format,pretty",
        "attachments,some",
        "surprise,true",
        "Limit,1"
    })
    void refuses_what_it_does_not_understand(String name, @Nullable String value) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> {
                    var query = query(name, value == null ? "" : value);
                    query.statement();
                    query.voided();
                    query.since();
                    query.limit();
                    query.ascending();
                    query.registration();
                    query.verb();
                    query.activity();
                    query.format();
                    query.attachments();
                })
                .satisfies(refusal -> assertThat(refusal.place()).contains(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"statementId", "voidedStatementId"})
    void one_statement_is_asked_for_by_nothing_else(String name) {
        String id = KENJI.toString();

        assertThatNoException().isThrownBy(() -> query(name, id, "format", "exact", "attachments", "true"));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> query(name, id, "limit", "1"));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> query("statementId", id, "voidedStatementId", id));
    }

    private static StatementQuery query(String... namesAndValues) {
        var asked = new HashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            asked.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new StatementQuery(new XapiRequest(
                "GET",
                "statements",
                asked,
                Map.of(),
                XapiVersion.V2_0_0,
                "https://acme-jp.example.org",
                "/t/acme-jp",
                -1,
                InputStream.nullInputStream()));
    }
}
