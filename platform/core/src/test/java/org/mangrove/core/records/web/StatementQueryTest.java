package org.mangrove.core.records.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mangrove.core.records.StatementFilter;
import org.mangrove.core.refusal.Refusal.Invalid;

class StatementQueryTest {

    private static final String HOME = "https://acme-jp.example.org";
    private static final UUID KENJI = UUID.fromString("01935a3c-0000-7000-8000-000000000002");

    @Test
    void reads_what_is_asked() {
        StatementFilter filter = query(
                        "agent",
                        agent(HOME),
                        "verb",
                        "http://adlnet.gov/expapi/verbs/passed",
                        "since",
                        "2026-11-22T15:00:00+09:00")
                .filter(HOME)
                .orElseThrow();

        assertThat(filter.actor()).contains(KENJI);
        assertThat(filter.verb()).contains("http://adlnet.gov/expapi/verbs/passed");
        assertThat(filter.since()).contains(Instant.parse("2026-11-22T06:00:00Z"));
        assertThat(filter.until()).isEmpty();
        assertThat(filter.ascending()).isFalse();
    }

    @Test
    void nobody_from_elsewhere_has_done_anything() {
        assertThat(query("agent", agent("https://acme-de.example.org")).filter(HOME))
                .isEmpty();
        assertThat(query("agent", "{\"mbox\":\"mailto:kenji@example.org\"}").filter(HOME))
                .isEmpty();
    }

    @Test
    void gives_no_more_than_the_most() {
        assertThat(query().limit()).isEqualTo(200);
        assertThat(query("limit", "0").limit()).isEqualTo(200);
        assertThat(query("limit", "7").limit()).isEqualTo(7);
        assertThat(query("limit", "5000").limit()).isEqualTo(200);
    }

    @Test
    void the_next_page_asks_the_same_question() {
        String next = query("beyond", UUID.randomUUID().toString(), "since", "2026-11-22T15:00:00+09:00")
                .after(KENJI);

        assertThat(next).isEqualTo("since=2026-11-22T15%3A00%3A00%2B09%3A00&beyond=" + KENJI);
    }

    @ParameterizedTest
    @CsvSource({
        "since,yesterday",
        "limit,-1",
        "limit,many",
        "ascending,maybe",
        "registration,7",
        "statementId,7",
        "agent,{",
        "agent,[]",
        "agent,{}",
        "format,canonical",
        "attachments,some",
        "surprise,true"
    })
    void refuses_what_it_does_not_understand(String name, String value) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> {
                    var query = query(name, value);
                    query.statement();
                    query.filter(HOME);
                    query.limit();
                })
                .satisfies(refusal -> assertThat(refusal.place()).contains(name));
    }

    @Test
    void one_statement_is_asked_for_by_nothing_else() {
        String id = KENJI.toString();

        assertThat(query("statementId", id, "format", "exact").statement()).contains(KENJI);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> query("statementId", id, "limit", "1").statement());
    }

    private static String agent(String home) {
        return "{\"account\":{\"homePage\":\"%s\",\"name\":\"%s\"}}".formatted(home, KENJI);
    }

    private static StatementQuery query(String... namesAndValues) {
        var asked = new MultivaluedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            asked.putSingle(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new StatementQuery(asked);
    }
}
