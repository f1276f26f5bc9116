package org.mangrove.core.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    private static final String FILE = "0123456789";

    @ParameterizedTest
    @CsvSource({
        "bytes=0-1, 01, bytes 0-1/10",
        "bytes=2-4, 234, bytes 2-4/10",
        "bytes=9-, 9, bytes 9-9/10",
        "bytes=0-, 0123456789, bytes 0-9/10",
        "bytes=7-99, 789, bytes 7-9/10",
        "bytes=-3, 789, bytes 7-9/10",
        "bytes=-99, 0123456789, bytes 0-9/10",
    })
    void a_part_is_what_was_asked_for_and_no_more_than_there_is(String header, String sent, String said)
            throws IOException {
        ByteRange part = of(header);

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.contentRange()).contains(said);
        assertThat(part.length()).isEqualTo(sent.length());
        assertThat(sent(part)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bytes=-", "bytes=0-1,4-5", "bytes=a-b", "lines=0-1", "bytes=1", "bytes=9999999999999999-"})
    void what_is_not_understood_is_answered_with_all_of_it(String header) throws IOException {
        ByteRange all = of(header);

        assertThat(all.status()).isEqualTo(200);
        assertThat(all.contentRange()).isEmpty();
        assertThat(sent(all)).isEqualTo(FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=4-2", "bytes=-0"})
    void what_is_not_there_is_told_so_and_nothing_is_sent(String header) throws IOException {
        ByteRange none = of(header);

        assertThat(none.status()).isEqualTo(416);
        assertThat(none.contentRange()).contains("bytes */10");
        assertThat(none.length()).isZero();
        assertThat(sent(none)).isEmpty();
    }

    @Test
    void who_asks_for_no_part_gets_all_of_it_and_an_empty_file_has_no_part() throws IOException {
        assertThat(sent(ByteRange.of(Optional.empty(), FILE.length()))).isEqualTo(FILE);
        assertThat(ByteRange.of(Optional.of("bytes=0-"), 0).status()).isEqualTo(416);
    }

    @Test
    void a_file_that_is_shorter_than_it_was_said_to_be_ends_the_answer() throws IOException {
        assertThat(sent(ByteRange.of(Optional.of("bytes=8-"), 1_000))).isEqualTo("89");
    }

    private static ByteRange of(String header) {
        return ByteRange.of(Optional.of(header), FILE.length());
    }

    private static String sent(ByteRange part) throws IOException {
        var out = new ByteArrayOutputStream();
        part.copy(new ByteArrayInputStream(FILE.getBytes(StandardCharsets.US_ASCII)), out);
        return out.toString(StandardCharsets.US_ASCII);
    }
}
