package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** An author brings a document, and a market learns from it; a course goes from one enterprise to another and stays the same. */
@ExtendWith(WholeStack.class)
class ImportIT {

    private static final String CORE = "/e/borealis";
    private static final String HOME = CORE + "/masters/import";

    private Visitor nils;
    private BroughtDocument brought;
    private Rows core;

    @BeforeEach
    void setUp(WholeStack.Site site, Stack stack) {
        core = Rows.ofCore(stack);
        nils = new Visitor(site, "en");
        nils.signOnAt(CORE, "/masters", "nils.petersen", Learner.PASSWORD);
        brought = new BroughtDocument(nils, CORE);
    }

    @AfterEach
    void tearDown() {
        nils.close();
        core.change("delete from conversion_picture where enterprise_id ="
                + " (select enterprise_id from tenancy_enterprise where slug = 'borealis')");
        core.change("delete from conversion_draft where enterprise_id ="
                + " (select enterprise_id from tenancy_enterprise where slug = 'borealis')");
    }

    @Test
    void a_document_becomes_a_draft_with_a_report_and_once_nothing_is_missing_a_course() {
        String draft = brought.bring();
        String shown = nils.go(HOME + "/" + draft).text();
        assertThat(shown)
                .contains("A script was left out.", "Say it below")
                .containsPattern("<th [^>]*scope=\"col\"[^>]*>.*Last")
                .contains("<strong>jeden Morgen</strong>")
                .doesNotContain("steal()", "href=\"javascript", "onclick=");
        assertThat(nils.send(HOME + "/" + draft + "/publication", Map.of()).status())
                .isEqualTo(400);

        assertThat(brought.answer(draft, Map.of("title", List.of("Gabelstapler"), "owner", List.of("")))
                        .text())
                .contains("What you have written is kept.", "Fill this in.");
        assertThat(brought.answer(draft, BroughtDocument.answers("gabelstapler"))
                        .text())
                .contains("Nothing is missing any more.");
        byte[] zip = nils.go(HOME + "/" + draft + "/package").body();
        assertThat(nils.submit(HOME + "/" + draft + "/publication", Map.of()).text())
                .contains("Published as version");

        assertThat(nils.go(CORE + "/masters/gabelstapler/package").body())
                .as("what is exported is what was taken away")
                .isEqualTo(zip);
        assertThat(core.text("select group_concat(b.slug order by b.slug) from content_block b join content_asset a"
                        + " on a.enterprise_id = b.enterprise_id and a.id = b.asset_id where a.slug = 'gabelstapler'"))
                .contains("hupe", "section.vor-der-fahrt", "picture-", "schluessel-abgeben");
    }

    @Test
    void a_course_goes_to_another_enterprise_and_stays_the_same(WholeStack.Site site) {
        String course = DemonstrationCourse.FEEDBACK.slug();
        byte[] zip;
        try (var oliver = new Visitor(site, "en")) {
            oliver.signOnAt("/e/acme", "/masters", "oliver.stein", Learner.PASSWORD);
            zip = oliver.go("/e/acme/masters/" + course + "/package").body();
        }

        nils.go(CORE + "/masters");
        Answer published = nils.uploadPackage(CORE + "/masters", zip);

        assertThat(published.status()).isEqualTo(200);
        assertThat(core.number("select count(distinct v.digest) from content_asset_version v join content_asset a"
                        + " on a.enterprise_id = v.enterprise_id and a.id = v.asset_id where a.slug = '" + course + "'"
                        + " and v.number = 1"))
                .isEqualTo(1);
        assertThat(core.number("select count(*) from content_asset where slug = '" + course + "'"))
                .isEqualTo(2);
    }

    @Test
    void what_is_thrown_away_comes_back_and_is_nobody_elses(WholeStack.Site site) {
        String draft = brought.bring("notes.docx", BroughtDocument.word("Vor der Schicht", "Danach"));
        assertThat(nils.go(HOME + "/" + draft).text()).contains("Vor der Schicht", "notes.docx");

        assertThat(nils.submit(HOME + "/" + draft + "/discarding", Map.of()).text())
                .contains("The draft was thrown away.", "Bring it back");
        assertThat(nils.submit(HOME + "/" + draft + "/restoring", Map.of()).text())
                .contains("The draft is back.");

        core.change(
                "update conversion_draft set author_id = unhex(left(sha2('another', 256), 32)) where file_name = 'notes.docx'");
        assertThat(nils.go(HOME + "/" + draft).status()).isEqualTo(404);
        core.change("update conversion_draft set ends_at = '2020-01-01' where file_name = 'notes.docx'");
        nils.go(HOME);
        assertThat(core.number("select count(*) from conversion_draft where file_name = 'notes.docx'"))
                .as("nothing is left after its end")
                .isZero();
    }

    @Test
    void hostile_documents_are_refused_with_what_to_do_and_leave_nothing(WholeStack.Site site) throws IOException {
        nils.go(HOME);
        byte[] word = BroughtDocument.word("Text");

        assertRefused(nils.bring(HOME, "a.docx", Arrays.copyOf(word, word.length / 2)), "damaged");
        assertRefused(
                nils.bring(HOME, "a.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)), "Documents end in .md");
        assertRefused(nils.bring(HOME, "a.html", word), "is not what its name says");
        assertRefused(nils.bring(HOME, "a.md", new byte[0]), "that is not empty");
        assertRefused(nils.bring(HOME, "a.docx", BroughtDocument.word("x".repeat(9_000_000))), "far larger");
        assertRefused(nils.bring(HOME, "a.docx", new byte[26 * 1024 * 1024]), "What you sent is larger than");
        assertThat(declared(site, 2L * 1024 * 1024 * 1024)).contains(" 400 ").contains("What you sent is larger than");

        assertThat(core.number("select count(*) from conversion_draft d join tenancy_enterprise e"
                        + " on e.enterprise_id = d.enterprise_id where e.slug = 'borealis'"))
                .isZero();
    }

    private static void assertRefused(Answer answer, String why) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains(why);
    }

    /** Says that so much will come, and sends only the beginning. */
    private String declared(WholeStack.Site site, long length) throws IOException {
        try (var socket = new Socket(site.url().getHost(), site.url().getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            String beginning = "--part\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + nils.csrf()
                    + "\r\n--part\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.md\"\r\n\r\n"
                    + "x".repeat(8_000);
            String head = "POST " + HOME + " HTTP/1.1\r\nHost: " + site.url().getAuthority() + "\r\nCookie: "
                    + nils.cookieLine()
                    + "\r\nAccept: text/html\r\nAccept-Language: en\r\nContent-Type: multipart/form-data;"
                    + " boundary=part\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((head + beginning).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String status = reader.readLine();
            return status + "\n"
                    + reader.lines()
                            .takeWhile(line -> !line.contains("</html>"))
                            .collect(Collectors.joining("\n"));
        }
    }
}
