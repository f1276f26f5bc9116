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
                        "TEXT weight: - **Truck:** Red; **Limit:** 2 t¶- **Truck:** Blue; **Limit:** 3 t",
                        "SECTION section.on-the-way: On the way",
                        "TEXT slowly-see-this-and-that: > Slowly.¶¶See this and that.");
        assertThat(course.language()).isEqualTo(Locale.UK);
        assertThat(course.blocks().getFirst().find("summary")).isPresent();
        assertThat(remarks(course))
                .containsExactlyInAnyOrder(
                        "TABLE LINE 17",
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
                : block.kind() == BlockKind.IMAGE ? "alt" : "body";
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
