package org.mangrove.core.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogPrivacyTest {

    @Test
    void tells_of_what_was_thrown_for_a_request_its_kinds_and_places_and_not_a_word() {
        var record = new LogRecord(Level.SEVERE, "failed");
        var failure = new IllegalStateException(
                "of lena", new SQLException("Duplicate entry 'lena@acme.example'", "23000", 1062));
        failure.addSuppressed(new IllegalArgumentException("For input string: lena"));
        record.setThrown(failure);

        LogPrivacy.withoutQuotes(record, new Thread("http(1) tenant=2 request=88a4a86106bcb3c2"));

        assertThat(written(record.getThrown()))
                .doesNotContain("lena")
                .startsWith("java.lang.IllegalStateException")
                .contains("Caused by: java.sql.SQLException (SQL state 23000, code 1062)")
                .contains("Suppressed: java.lang.IllegalArgumentException")
                .contains("at org.mangrove.core.logging.LogPrivacyTest");
    }

    @Test
    void leaves_alone_what_tells_of_no_request() {
        var record = new LogRecord(Level.SEVERE, "failed");
        var failure = new IllegalStateException("Access denied for user 'mangrove_core'");
        record.setThrown(failure);

        LogPrivacy.withoutQuotes(record, new Thread("boot"));

        assertThat(record.getThrown()).isSameAs(failure);
    }

    @Test
    void ends_where_causes_go_round_in_a_circle() {
        var one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("other", one));

        assertThat(written(Unquoted.of(one))).contains("Caused by").doesNotContain("other");
    }

    private static String written(Throwable thrown) {
        var all = new StringWriter();
        thrown.printStackTrace(new PrintWriter(all));
        return all.toString();
    }
}
