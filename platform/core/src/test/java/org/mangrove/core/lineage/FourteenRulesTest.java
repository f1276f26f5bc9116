package org.mangrove.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests by which docs/lineage.md says that each rule is shown are there, under the names that it gives. */
class FourteenRulesTest {

    private static final Path PROJECT = Path.of("../..");
    private static final Pattern RULE = Pattern.compile("(?m)^\\| (\\d+) \\|[^|]+\\|([^|]+)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    @Test
    void every_rule_is_shown_by_tests_that_are_there() throws IOException {
        List<MatchResult> rules = RULE.matcher(Files.readString(PROJECT.resolve("docs/lineage.md")))
                .results()
                .toList();
        Map<String, String> sources = sources();

        assertThat(rules)
                .extracting(rule -> Integer.valueOf(rule.group(1)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 14).boxed().toList());
        for (MatchResult rule : rules) {
            List<MatchResult> tests = TEST.matcher(rule.group(2)).results().toList();
            assertThat(tests).as("tests of rule %s", rule.group(1)).isNotEmpty();
            assertThat(tests)
                    .as("tests of rule %s", rule.group(1))
                    .allSatisfy(test -> assertThat(sources.getOrDefault(test.group(1) + ".java", ""))
                            .as("%s", test.group())
                            .containsPattern("(?:void|boolean) " + test.group(2) + "\\("));
        }
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve("platform"))) {
            return files.filter(file -> file.toString().contains("src/test/java"))
                    .filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(), FourteenRulesTest::read, (a, b) -> a));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
