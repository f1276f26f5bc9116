package org.mangrove.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mangrove.core.quality.Reviews.Asked;

/** Who is asked follows from the days alone. */
class EscalationTest {

    @ParameterizedTest
    @CsvSource({
        "60, OWNER",
        "0, OWNER",
        "-13, OWNER",
        "-14, STEWARD",
        "-29, STEWARD",
        "-30, GOVERNOR",
        "-4000, GOVERNOR"
    })
    void who_stands_above_is_asked_when_days_pass(long daysLeft, Asked asked) {
        assertThat(Asked.of(new Rubric.Escalation(60, 14, 30), daysLeft)).isEqualTo(asked);
    }

    @Test
    void nobody_above_is_asked_before_the_day() {
        assertThat(Asked.of(new Rubric.Escalation(60, 0, 0), 1)).isEqualTo(Asked.OWNER);
        assertThat(Asked.of(new Rubric.Escalation(60, 0, 0), 0)).isEqualTo(Asked.GOVERNOR);
        assertThatIllegalArgumentException().isThrownBy(() -> new Rubric.Escalation(60, 30, 14));
    }
}
