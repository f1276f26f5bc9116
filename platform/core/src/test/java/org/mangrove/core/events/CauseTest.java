package org.mangrove.core.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mangrove.core.refusal.Refusal.Conflict;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.sdk.Message;

class CauseTest {

    private static final String PRIVATE = "lena.brandt@acme.example";

    @Test
    void what_was_thrown_is_told_by_kind_however_deep_it_lies() {
        assertThat(Cause.of(new IllegalStateException(new RuntimeException(new SQLException(PRIVATE, "23000", 1062)))))
                .isEqualTo(Cause.DATABASE);
        assertThat(Cause.of(new IllegalStateException(new Conflict(Message.of("test.taken")))))
                .isEqualTo(Cause.REFUSED);
        assertThat(Cause.of(catchThrowable(() -> Definitions.read("{", String.class))))
                .isEqualTo(Cause.UNREADABLE);
        assertThat(Cause.of(new IllegalArgumentException(PRIVATE))).isEqualTo(Cause.FAILED);
    }

    @Test
    void nothing_that_was_said_is_kept() {
        var thrown = new IllegalStateException(PRIVATE, new SQLException(PRIVATE, "23000", 1062));

        assertThat(Cause.traceOf(thrown))
                .contains("IllegalStateException", "SQL state 23000, code 1062", "CauseTest")
                .doesNotContain(PRIVATE);
    }

    @Test
    void a_chain_without_an_end_has_an_end() {
        var first = new IllegalStateException();
        var second = new IllegalStateException(first);
        first.initCause(second);

        assertThat(Cause.of(second)).isEqualTo(Cause.FAILED);
        assertThat(Cause.traceOf(second)).hasSizeLessThanOrEqualTo(1000);
    }
}
