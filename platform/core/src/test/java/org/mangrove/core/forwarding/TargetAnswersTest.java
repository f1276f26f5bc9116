package org.mangrove.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mangrove.core.forwarding.OutgoingStatement.Json;
import org.mangrove.core.forwarding.OutgoingStatement.Ready;
import org.mangrove.core.forwarding.TargetClient.Reply;

class TargetAnswersTest {

    private static final UUID ID = new UUID(1, 2);
    private static final List<Ready> SENT =
            List.of(new Ready(ID, ID, Optional.empty(), new Json(new byte[0]), List.of(), Map.of()));

    @Test
    void arrival_is_what_names_the_ids() {
        assertThat(meaning(200, "[\"" + ID + "\"]")).isInstanceOf(SentAway.Taken.class);
        assertThat(meaning(204, "")).isInstanceOf(SentAway.Taken.class);
        assertThat(meaning(200, "<html>Please sign in</html>")).isInstanceOf(SentAway.Later.class);
        assertThat(meaning(200, "[]")).isInstanceOf(SentAway.Later.class);
        assertThat(meaning(200, "")).isInstanceOf(SentAway.Later.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Refused",
        "413, Refused",
        "422, Refused",
        "401, TurnedAway",
        "403, TurnedAway",
        "409, AlreadyThere",
        "429, Later",
        "503, Later",
        "500, Later",
        "301, Later",
        "302, Later",
        "404, Later",
        "405, Later",
        "408, Later"
    })
    void every_status_means_something(int status, String meaning) {
        assertThat(meaning(status, "x").getClass().getSimpleName()).isEqualTo(meaning);
    }

    @Test
    void what_a_refusal_says_is_one_line_and_short() {
        var refused = (SentAway.Refused) meaning(400, "no\r\n\tgood " + "x".repeat(10_000));

        assertThat(refused.told()).startsWith("no good ").hasSizeLessThanOrEqualTo(500);
    }

    private static SentAway meaning(int status, String text) {
        return TargetClient.meaning(new Reply(status, text, Optional.empty()), SENT);
    }
}
