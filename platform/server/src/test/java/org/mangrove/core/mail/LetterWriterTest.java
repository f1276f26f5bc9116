package org.mangrove.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.localization.Words;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

class LetterWriterTest {

    private static final MailAddress TO = new MailAddress("carla@acme.example");

    private final LetterWriter writer = new LetterWriter();

    @BeforeEach
    void setUp() {
        writer.words = new Words();
    }

    @Test
    void a_letter_is_in_the_language_and_direction_of_whoever_gets_it() {
        WrittenLetter arabic = writer.write(TO, Locale.forLanguageTag("ar"), letter("a-course"));

        assertThat(arabic.html()).contains("lang=\"ar\" dir=\"rtl\"").contains("المجال");
        assertThat(arabic.text()).contains("المجال").contains("https://acme.example/experts/link/x");
        assertThat(writer.write(TO, Locale.JAPANESE, letter("a-course")).html())
                .contains("lang=\"ja\" dir=\"ltr\"")
                .contains("2026年12月7日");
        assertThat(writer.write(TO, Locale.GERMAN, letter("a-course")).text()).contains("7. Dezember 2026");
    }

    @Test
    void both_parts_say_the_same_and_load_nothing() {
        WrittenLetter written = writer.write(TO, Locale.ENGLISH, letter("a-course"));

        assertThat(written.html())
                .contains("You can answer without signing in.")
                .doesNotContain("<img", "<script", "style", "src=");
        assertThat(written.text())
                .contains("You can answer without signing in.")
                .doesNotContain("<");
    }

    @Test
    void words_of_other_hands_are_no_html_and_end_no_header() {
        WrittenLetter written = writer.write(TO, Locale.ENGLISH, letter("<b>x</b>\r\nBcc: eve@evil.example"));

        assertThat(written.html()).contains("&lt;b&gt;x").doesNotContain("<b>");
        assertThat(written.subject()).doesNotContain("\r", "\n").contains("Bcc: eve@evil.example");
    }

    @Test
    void somebody_of_a_tenant_reads_days_as_the_tenant_counts_them_and_its_address_is_in_no_row() {
        TenantProfile riyadh = SampleTenants.of(SampleTenants.RIYADH);
        TenantProfile berlin = SampleTenants.of(SampleTenants.BERLIN);

        WrittenLetter arabic = writer.write(riyadh, SampleTenants.ARABIC, digest("<b>x</b>"));
        WrittenLetter german = writer.write(berlin, Locale.GERMAN, digest("<b>x</b>"));

        assertThat(arabic.to()).isEmpty();
        assertThat(arabic.html())
                .contains("lang=\"ar\" dir=\"rtl\"", "&lt;b&gt;x")
                .doesNotContain("<b>");
        assertThat(arabic.text()).contains("١٤٤٨").contains("https://acme.example/sign-on?back=%2Fcourses%2Fx");
        assertThat(german.text()).contains("7. Dezember 2026").contains("Kurs öffnen\nhttps://acme.example/");
        assertThat(german.to(TO).to()).isEqualTo(TO.text());
    }

    private static Letter digest(String course) {
        return new Letter(
                Message.of("mail.people.subject-duty").with("count", 1).with("tenant", "Acme"),
                List.of(Message.of("mail.people.lead").with("count", 1).with("tenant", "Acme")),
                List.of(new Letter.Item(
                        List.of(Message.of("learning.mail.duty")
                                .with("course", course)
                                .with("day", LocalDate.of(2026, 12, 7))),
                        new Letter.Link(
                                Message.of("learning.mail.open"),
                                URI.create("https://acme.example/sign-on?back=%2Fcourses%2Fx")))),
                Optional.empty(),
                List.of(Message.of("mail.people.why").with("tenant", "Acme")),
                Optional.of(new Letter.Link(
                        Message.of("mail.people.choose"),
                        URI.create("https://acme.example/sign-on?back=%2Fmy-data%2Fmail"))));
    }

    private static Letter letter(String course) {
        return new Letter(
                Message.of("expertise.mail.asked-about").with("course", course).with("domain", "safety/DE"),
                List.of(
                        Message.of("expertise.mail.asked-about")
                                .with("course", course)
                                .with("domain", "safety/DE"),
                        Message.of("expertise.mail.asked-by").with("day", LocalDate.of(2026, 12, 7)),
                        Message.of("expertise.mail.by-link")),
                Optional.of(new Letter.Link(
                        Message.of("expertise.mail.look"), URI.create("https://acme.example/experts/link/x"))),
                List.of(Message.of("expertise.mail.why")));
    }
}
