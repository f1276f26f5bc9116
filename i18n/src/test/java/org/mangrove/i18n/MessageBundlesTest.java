package org.mangrove.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word of the platform is whole in every language. */
class MessageBundlesTest {

    private static final Path ROOT = Path.of("..");

    /** Other languages may lag behind; these may not. */
    private static final Set<Locale> COMPLETE = Set.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("ar"), Locale.JAPANESE);

    @Test
    void nothing_is_wrong_with_any_message() {
        List<Finding> findings = MessageLint.ofPlatform(ROOT, COMPLETE);

        findings.stream().filter(finding -> !finding.isError()).forEach(System.out::println);
        assertThat(findings.stream().filter(Finding::isError).map(Finding::toString))
                .isEmpty();
    }

    /** Plugins need not speak every language, but those that they speak wholly. */
    @Test
    void nothing_is_wrong_with_any_message_of_a_plugin() throws IOException {
        var findings = new ArrayList<Finding>();
        try (Stream<Path> plugins = Files.list(ROOT.resolve("plugins"))) {
            plugins.filter(Files::isDirectory)
                    .sorted()
                    .forEach(plugin -> findings.addAll(MessageLint.ofPlugin(plugin, Set.of(Locale.ENGLISH))));
        }

        findings.stream().filter(finding -> !finding.isError()).forEach(System.out::println);
        assertThat(findings.stream().filter(Finding::isError).map(Finding::toString))
                .isEmpty();
    }

    @Test
    void the_bundles_are_found_beside_the_classes() {
        assertThat(Bundles.ofPlatform().locales())
                .startsWith(Locale.ENGLISH)
                .contains(Locale.GERMAN, Locale.of("ar"), Locale.JAPANESE);
        assertThat(Bundles.ofPlatform().texts().get(Locale.GERMAN))
                .containsEntry(
                        "publication.feed.no-such-enterprise", "Diese Zelle beherbergt kein solches Unternehmen.");
    }
}
