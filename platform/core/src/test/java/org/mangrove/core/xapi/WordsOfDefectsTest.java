package org.mangrove.core.xapi;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys of messages that are put together, which the lint of messages cannot see: each has words, and no words are idle. */
class WordsOfDefectsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/mangrove/core/xapi");
    private static final Path WORDS = Path.of("../../i18n/messages/xapi/en.properties");

    /** What calls of each kind put behind which prefix. */
    private static final Map<String, String> KINDS = Map.of(
            "expected", "xapi.expected.",
            "rule", "xapi.rule.",
            "json", "xapi.json.",
            "limit", "xapi.limit.",
            "signature", "xapi.signature.",
            "multipart", "xapi.multipart.");

    private static final Pattern CALL = Pattern.compile(
            "Defect\\.(expected|rule|json|limit|signature|multipart)\\((?:[^;]*?[,\\s])?\"([a-z0-9-]+)\"[,)]");
    private static final Pattern TYPE = Pattern.compile("\\btext\\(\\w+, place, \"([a-z0-9-]+)\"\\)");
    private static final Pattern WHOLE = Pattern.compile("\"(xapi\\.[a-z0-9.-]+[a-z0-9])\"");
    private static final Pattern MOMENT = Pattern.compile("\"(timestamp(?:-1)?)\"");

    @Test
    void what_can_be_said_is_what_there_are_words_for() throws IOException {
        var said = new TreeSet<String>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                String source = Files.readString(file);
                CALL.matcher(source).results().map(WordsOfDefectsTest::key).forEach(said::add);
                TYPE.matcher(source)
                        .results()
                        .map(call -> "xapi.expected." + call.group(1))
                        .forEach(said::add);
                WHOLE.matcher(source).results().map(call -> call.group(1)).forEach(said::add);
                if (file.endsWith("Value.java")) {
                    MOMENT.matcher(source)
                            .results()
                            .map(call -> "xapi.expected." + call.group(1))
                            .forEach(said::add);
                }
            }
        }

        assertThat(said).isEqualTo(words());
    }

    private static String key(MatchResult call) {
        return KINDS.get(call.group(1)) + call.group(2);
    }

    private static Set<String> words() throws IOException {
        var words = new Properties();
        try (Reader file = Files.newBufferedReader(WORDS)) {
            words.load(file);
        }
        return words.stringPropertyNames().stream().collect(toCollection(TreeSet::new));
    }
}
