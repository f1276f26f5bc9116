package org.mangrove.core.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.Markdown;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Text;

class ConversionsTest {

    private final Conversions conversions = new Conversions();

    ConversionsTest() {
        conversions.clock = Clock.systemUTC();
    }

    @Test
    void markdown_becomes_sections_and_blocks() {
        Converted course = convert("trucks.md", WrittenDocuments.bytes(WrittenDocuments.MARKDOWN));

        assertThat(outline(course))
                .containsExactly(
                        "COURSE course: Lift trucks",
                        "SECTION section.before-you-start: Before you start",
                        "TEXT look-around-and-check-the-manual-brakes: Look *around* and **check** the"
                                + " [manual](https://example.org/manual).¶¶1. Brakes¶2. Horn¶   - loud¶   - at once",
                        "TABLE table-weight: Weight",
                        "SECTION section.on-the-way: On the way",
                        "TEXT slowly-see-this-and-that: > Slowly.¶¶See this and that.");
        assertThat(course.language()).isEqualTo(Locale.UK);
        assertThat(course.blocks().getFirst().find("summary")).isPresent();
        assertThat(remarks(course))
                .containsExactlyInAnyOrder(
                        "TABLE_WITHOUT_CAPTION LINE 17 Weight",
                        "PICTURE_ELSEWHERE LINE 22 A truck",
                        "SCRIPT LINE 28",
                        "LINK LINE 30 javascript:alert(1)",
                        "MARKUP LINE 30 <b onclick=\"x()\">",
                        "MARKUP LINE 30 </b>");
    }

    @Test
    void html_becomes_sections_and_blocks_and_nothing_of_it_runs() {
        Converted course = convert("stapler.html", WrittenDocuments.bytes(WrittenDocuments.HTML));

        assertThat(outline(course))
                .containsExactly(
                        "COURSE course: Gabelstapler",
                        "SECTION section.gabelstapler: Gabelstapler",
                        "TEXT nur-wer-unterwiesen-ist-faehrt-mehr: Nur wer **unterwiesen** ist, fährt. Mehr",
                        "SECTION section.pruefen: Prüfen",
                        "TEXT bremse-vorn-hupe: - Bremse¶  - vorn¶- Hupe",
                        "IMAGE picture-ein-stapler: Ein Stapler",
                        "SECTION section.fahren: Fahren",
                        "TEXT langsam-immer-a-b-c: Langsam.  ¶Immer.¶¶```¶a  b¶c¶```");
        assertThat(course.language()).isEqualTo(Locale.GERMAN);
        assertThat(course.remarks().stream().map(Remark::loss).distinct())
                .containsExactlyInAnyOrder(
                        Loss.SCRIPT,
                        Loss.STYLE,
                        Loss.EVENT_HANDLER,
                        Loss.NAVIGATION,
                        Loss.LINK,
                        Loss.FRAME,
                        Loss.DRAWING,
                        Loss.PICTURE_ELSEWHERE);
        assertThat(course.pictures().values().stream().map(Picture::bytes)).containsExactly(WrittenDocuments.png(3));
    }

    @Test
    void word_becomes_sections_and_blocks() {
        Converted course = convert("lager.docx", WrittenDocuments.docx());

        assertThat(outline(course))
                .containsExactly(
                        "COURSE course: Sicher im Lager",
                        "SECTION section.vor-der-schicht: Vor der Schicht",
                        "TEXT pruefe-jeden-morgen-die-bremse-mehr-vorn: Prüfe **jeden Morgen die Bremse**."
                                + " [Mehr](https://example.org/bremse)¶¶- vorn¶  - links¶- hinten",
                        "TEXT lasten: - Stapler; Last¶- Rot; 2 t",
                        "IMAGE picture-der-rote-stapler: Der rote Stapler",
                        "SECTION section.nach-der-schicht: Nach der Schicht",
                        "TEXT schluessel-abgeben: Schlüssel abgeben.");
        assertThat(course.language()).isEqualTo(Locale.GERMANY);
        assertThat(remarks(course)).containsExactlyInAnyOrder("RUNNING_HEAD DOCUMENT 0", "TABLE PARAGRAPH 8");
        assertThat(course.pictures().values().stream().map(Picture::bytes)).containsExactly(WrittenDocuments.png(4));
    }

    @Test
    void slides_become_blocks_in_reading_order_with_what_is_said_to_them() {
        Converted course = convert("trucks.pptx", WrittenDocuments.pptx());

        assertThat(outline(course))
                .containsExactly(
                        "COURSE course: Lift trucks",
                        "SECTION section.lift-trucks: Lift trucks",
                        "TEXT a-short-course: A short course",
                        "TEXT before-you-start: - Brakes¶  - front",
                        "CALLOUT note-show-them-the-brakes: Show them the brakes.",
                        "TEXT on-the-way: Above¶¶Below",
                        "IMAGE " + course.blocks().getLast().id() + ": ");
        assertThat(course.blocks().getLast().id()).matches("picture-[0-9a-f]{8}");
        assertThat(course.remarks().stream().map(Remark::loss))
                .containsExactlyInAnyOrder(Loss.PICTURE_WITHOUT_WORDS, Loss.HIDDEN_SLIDE);
    }

    @Test
    void a_table_keeps_its_cells_under_the_names_of_its_heads() {
        Converted course = convert("a.html", WrittenDocuments.bytes("""
                <h1>A</h1><p>Before</p>
                <table><caption>Limits</caption><tr><td></td><th>Red truck</th><th>Blue truck</th></tr>
                <tr><th>Load</th><td>2 t</td><td>3 t</td></tr><tr><th>Speed</th><td></td><td>5</td></tr></table>"""));

        Block table = course.blocks().getLast();
        assertThat(table.kind()).isEqualTo(BlockKind.TABLE);
        assertThat(said(table, "caption")).isEqualTo("Limits");
        assertThat(said(table, "heads")).isEqualTo("both");
        assertThat(said(table, "rows")).isEqualTo("row load speed");
        assertThat(said(table, "columns")).isEqualTo("column red-truck blue-truck");
        assertThat(said(table, "cells.load.blue-truck")).isEqualTo("3 t");
        assertThat(table.find("cells.speed.red-truck")).isEmpty();
        assertThat(remarks(course)).isEmpty();
    }

    @Test
    void a_table_that_is_none_or_has_no_heads_becomes_a_list_and_that_is_told() {
        for (String cells : List.of(
                "<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>",
                "<tr><th>a</th><th>b</th></tr><tr><td colspan=2>c</td></tr>",
                "<tr><th>a</th><th>b</th></tr><tr><td>c</td></tr>",
                "<tr><th>a</th><th></th></tr><tr><td>c</td><td>d</td></tr>")) {
            Converted course = convert("a.html", WrittenDocuments.bytes("<h1>A</h1><table>" + cells + "</table>"));

            assertThat(course.blocks().getLast().kind()).as(cells).isEqualTo(BlockKind.TEXT);
            assertThat(course.remarks().stream().map(Remark::loss)).as(cells).contains(Loss.TABLE);
        }
    }

    @Test
    void what_markdown_cannot_mark_stands_without_marks() {
        Converted course =
                convert("a.html", WrittenDocuments.bytes("<h1>A</h1><p>これは<b>「重要」</b>です。 1 * 2 * 3 _x_</p>"));

        String body = said(course.blocks().getLast(), "body");

        assertThat(Markdown.toHtml(body)).isEqualTo("<p>これは「重要」です。 1 * 2 * 3 _x_</p>\n");
        assertThat(remarks(course)).containsExactly("EMPHASIS LINE 1 これは「重要」です。 1 * 2 * 3 _x_");
    }

    @Test
    void a_document_is_believed_about_its_language_unless_somebody_knows_better() {
        byte[] document = WrittenDocuments.bytes(WrittenDocuments.HTML);

        assertThat(conversions
                        .convert("a.html", document, choice(Optional.of(Locale.FRENCH)))
                        .language())
                .isEqualTo(Locale.FRENCH);
        assertThat(conversions
                        .convert("a.md", WrittenDocuments.bytes("Text"), choice(Optional.empty()))
                        .language())
                .isEqualTo(Locale.JAPANESE);
        assertThat(new LanguageChoice(Optional.empty(), List.of(Locale.GERMAN), Locale.JAPANESE)
                        .of(Optional.of(Locale.GERMANY)))
                .as("Word says where it was bought, too")
                .isEqualTo(Locale.GERMAN);
    }

    private Converted convert(String name, byte[] document) {
        return conversions.convert(name, document, choice(Optional.empty()));
    }

    private static LanguageChoice choice(Optional<Locale> wanted) {
        return new LanguageChoice(wanted, List.of(), Locale.JAPANESE);
    }

    static List<String> outline(Converted course) {
        return course.blocks().stream()
                .map(block -> block.kind() + " " + block.id() + ": " + shown(block))
                .toList();
    }

    private static String shown(Block block) {
        String field = block.kind() == BlockKind.COURSE || block.kind() == BlockKind.SECTION
                ? "title"
                : block.kind() == BlockKind.IMAGE ? "alt" : block.kind() == BlockKind.TABLE ? "caption" : "body";
        return said(block, field).replace('\n', '¶');
    }

    static String said(Block block, String field) {
        return block.find(field)
                .map((Field there) -> there.in(List.of()))
                .map(Text::text)
                .orElse("");
    }

    private static List<String> remarks(Converted course) {
        return course.remarks().stream()
                .map(remark -> (remark.loss() + " " + remark.place().unit() + " "
                                + remark.place().number() + " " + remark.detail())
                        .strip())
                .collect(Collectors.toList());
    }
}
