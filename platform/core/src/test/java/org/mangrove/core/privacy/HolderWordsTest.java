package org.mangrove.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mangrove.sdk.Message;

class HolderWordsTest {

    private static final Path ENGLISH = Path.of("../../i18n/messages/privacy/en.properties");

    @Test
    void there_are_words_for_all_that_are_known_and_for_those_that_come_later() throws IOException {
        var words = new Properties();
        try (var in = Files.newBufferedReader(ENGLISH)) {
            words.load(in);
        }
        List<String> keys = Stream.of(
                        Stream.concat(HolderWords.HOLDERS.stream(), Stream.of("a-later-one"))
                                .flatMap(holder -> Stream.of(
                                        HolderWords.holder(holder),
                                        HolderWords.part(holder),
                                        HolderWords.why(holder),
                                        HolderWords.erasure(holder))),
                        Stream.concat(HolderWords.KINDS.stream(), Stream.of("a-later-one"))
                                .map(HolderWords::kind),
                        HolderWords.FIELDS.stream().map(HolderWords::field))
                .flatMap(messages -> messages)
                .map(Message::key)
                .toList();

        assertThat(words.stringPropertyNames()).containsAll(keys);
    }
}
