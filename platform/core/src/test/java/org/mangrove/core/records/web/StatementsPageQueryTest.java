package org.mangrove.core.records.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.xapi.AgentId;

class StatementsPageQueryTest {

    @ParameterizedTest
    @CsvSource({
        "lena@EXAMPLE.org, mbox mailto:lena@example.org",
        "' lena@example.org ', mbox mailto:lena@example.org",
        "mailto:lena@example.org, mbox mailto:lena@example.org",
        "https://hr.example.org lena, account https://hr.example.org lena",
        "https://hr.example.org Lena Brandt, account https://hr.example.org Lena Brandt",
        "https://hr.example.org lena@example.org, account https://hr.example.org lena@example.org",
        "https://lena.example.org/, openid https://lena.example.org/",
        "EBD31E95054C018B10727CCFFD2EF2EC3A016EE9, mbox_sha1sum ebd31e95054c018b10727ccffd2ef2ec3a016ee9"
    })
    void people_are_asked_for_by_what_statements_name_them(String who, String agent) {
        assertThat(asking(who).findWho()).map(AgentId::canonical).contains(agent);
        assertThat(asking(who).isFiltered()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lena Brandt", "lena", "a b@c d", "ftp:"})
    void what_names_nobody_is_nobody(String who) {
        assertThat(asking(who).findWho()).isEmpty();
        assertThat(asking(who).isFiltered()).isTrue();
    }

    @Test
    void asking_for_nobody_filters_nothing() {
        assertThat(asking("  ").isFiltered()).isFalse();
    }

    private static StatementsPageQuery asking(String who) {
        var query = new StatementsPageQuery();
        query.who = who;
        return query;
    }
}
