package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GovernanceCommandTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void says_how_much_was_verified_and_where_it_ends() {
        assertThat(tell("""
                {"owner": "tenant/acme-de", "from": 1, "head": 12, "hash": "00112233445566778899", "entries": 12,
                 "openings": 10}
                """)).isTrue();

        assertThat(told())
                .isEqualToIgnoringNewLines(
                        "tenant/acme-de: 12 decisions, 10 openings, 2 forgotten, head 12 0011223344556677: whole.\n");
    }

    @Test
    void names_the_first_decision_that_is_not_as_it_should_be() {
        assertThat(tell("""
                {"owner": "enterprise/acme", "from": 1, "head": 3, "hash": "0011", "entries": 2, "openings": 2,
                 "broken": {"number": 2, "what": "MISSING"}}
                """)).isFalse();

        assertThat(told()).contains("head 3 0011: broken.", "Number 2 is missing.");
    }

    @Test
    void has_words_for_what_a_later_version_may_find() {
        assertThat(tell("""
                {"owner": "enterprise/acme", "head": 3, "hash": "0011", "entries": 2, "openings": 2,
                 "broken": {"number": 2, "what": "MELTED"}}
                """)).isFalse();

        assertThat(told()).contains("Number 2 is not as it should be: MELTED.");
    }

    @Test
    void asks_for_words_that_it_knows() {
        assertThatExceptionOfType(Trouble.class).isThrownBy(() -> GovernanceCommand.run(List.of("check"), System.out));
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> GovernanceCommand.run(List.of("verify", "--all"), System.out));
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private boolean tell(String json) {
        return GovernanceCommand.tell(Json.readMap(json), new PrintStream(told, true, StandardCharsets.UTF_8));
    }
}
