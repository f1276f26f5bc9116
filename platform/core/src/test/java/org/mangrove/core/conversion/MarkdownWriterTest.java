package org.mangrove.core.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.commonmark.node.Node;
import org.mangrove.core.content.Markdown;
import org.mangrove.core.conversion.Inlines.Look;

/** Whatever somebody has typed, a reader gets the same words, and no mark that marks nothing. */
class MarkdownWriterTest {

    record Run(String text, Look look) {}

    @Property(tries = 1000)
    void what_is_written_says_the_same_words_when_it_is_read(@ForAll("runs") List<Run> runs) {
        var line = new Inlines();
        runs.forEach(run -> line.add(run.text(), run.look()));
        Node paragraph = line.paragraph();
        String said = MarkdownWriter.plain(paragraph);

        MarkdownWriter.Markdown written = MarkdownWriter.write(List.of(paragraph));

        assertThat(MarkdownWriter.plain(written.text())).isEqualTo(said);
        assertThat(shown(written.text())).isEqualTo(said.replaceAll("\\s+", ""));
        Statistics.label("emphasis had to be left out")
                .collect(written.isPlain())
                .coverage(cover -> cover.check(true).percentage(percent -> percent > 1));
    }

    /** As the platform shows it, without tags. */
    private static String shown(String markdown) {
        return org.jsoup.Jsoup.parse(Markdown.toHtml(markdown)).text().replaceAll("\\s+", "");
    }

    @Provide
    Arbitrary<List<Run>> runs() {
        Arbitrary<String> texts = Arbitraries.of(
                        "word",
                        " ",
                        "a",
                        "1. ",
                        "- ",
                        "# ",
                        "*",
                        "_",
                        "**",
                        "`",
                        "[x](y)",
                        "<b>",
                        "&amp;",
                        "&",
                        "\\",
                        "!",
                        "~~~",
                        "> ",
                        "|",
                        "\n",
                        "「重要」",
                        "です",
                        "(",
                        ")",
                        "\"",
                        "مهم",
                        "؟",
                        "://",
                        "<https://x>",
                        "+ ",
                        "=",
                        "---",
                        "\t")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
        Arbitrary<Look> looks = Arbitraries.of(
                Look.PLAIN,
                Look.PLAIN,
                Look.PLAIN.strongly(),
                Look.PLAIN.emphasized(),
                Look.PLAIN.strongly().emphasized(),
                Look.PLAIN.asCode(),
                Look.PLAIN.to("https://example.org/a_b(c)"),
                Look.PLAIN.strongly().to("https://example.org/"));
        return Combinators.combine(texts, looks)
                .as(Run::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
