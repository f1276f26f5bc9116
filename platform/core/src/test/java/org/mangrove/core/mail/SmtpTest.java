package org.mangrove.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.mail.MailSettings.Login;
import org.mangrove.core.mail.MailSettings.Security;

/** With a mail server that listens, and the mail that it really got. */
class SmtpTest {

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
    private static final MailAddress FROM = new MailAddress("learning@acme.example");
    private static final WrittenLetter LETTER =
            new WrittenLetter("carla@acme.example", "ar", "سؤال إليك", "نص\nثانٍ", "<p lang=\"ar\" dir=\"rtl\">نص</p>");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void setUp() {
        server.start();
    }

    @AfterEach
    void tearDown() {
        server.stop();
    }

    @Test
    void a_letter_arrives_with_both_parts_and_says_that_nobody_wrote_it() throws MessagingException, IOException {
        assertThat(smtp(Security.NONE, Optional.empty()).send(ID, LETTER, AT)).isEqualTo(new Delivery.Sent());

        MimeMessage arrived = server.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("سؤال إليك");
        assertThat(arrived.getHeader("To")).containsExactly("carla@acme.example");
        assertThat(arrived.getHeader("From")).containsExactly("learning@acme.example");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.getHeader("Content-Language")).containsExactly("ar");
        assertThat(arrived.getMessageID()).isEqualTo("<" + ID + "@acme.example>");
        assertThat(arrived.getSentDate().toInstant()).isEqualTo(AT);
        var parts = (Multipart) arrived.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(LETTER.text());
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo(LETTER.html());
    }

    @Test
    void answers_go_to_whoever_reads_them() throws MessagingException {
        var training = new MailAddress("training@acme.example");

        smtp(Security.NONE, Optional.empty()).send(ID, LETTER, AT, Optional.of(training));

        assertThat(server.getReceivedMessages()[0].getHeader("Reply-To")).containsExactly(training.text());
    }

    @Test
    void a_subject_cannot_add_a_header() throws MessagingException {
        var hostile = new WrittenLetter(
                LETTER.to(), "en", "Hello\r\nBcc: eve@evil.example\r\n\r\nbody", LETTER.text(), LETTER.html());

        Delivery delivery = smtp(Security.NONE, Optional.empty()).send(ID, hostile, AT);

        assertThat(delivery).isEqualTo(new Delivery.Sent());
        MimeMessage arrived = server.getReceivedMessages()[0];
        assertThat(arrived.getHeader("Bcc")).isNull();
        assertThat(arrived.getAllRecipients()).hasSize(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void what_the_server_will_never_take_is_given_up_at_once_and_what_it_may_take_later_is_not() throws IOException {
        assertThat(toOneThatSays("550 5.1.1 No such mailbox")).isEqualTo(new Delivery.Never("refused"));
        assertThat(toOneThatSays("451 4.3.0 Not now")).isEqualTo(new Delivery.Later("not-taken"));
    }

    private static Delivery toOneThatSays(String ofTheRecipient) throws IOException {
        try (var scripted = new ScriptedServer(ofTheRecipient)) {
            return new Smtp(new MailSettings("127.0.0.1", scripted.port(), Security.NONE, Optional.empty(), FROM))
                    .send(ID, LETTER, AT);
        }
    }

    @Test
    void a_server_that_does_not_answer_is_asked_again_later() throws IOException {
        int nobody;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }

        assertThat(new Smtp(new MailSettings("127.0.0.1", nobody, Security.NONE, Optional.empty(), FROM))
                        .send(ID, LETTER, AT))
                .isEqualTo(new Delivery.Later("line"));
    }

    @Test
    void nothing_is_said_to_a_server_that_offers_no_encryption_where_it_is_demanded() {
        assertThat(smtp(Security.STARTTLS, Optional.of(new Login("learning", "secret")))
                        .send(ID, LETTER, AT))
                .isEqualTo(new Delivery.Later("line"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_login_is_shown_and_a_wrong_one_is_said() {
        server.setUser("learning@acme.example", "learning", "secret");

        assertThat(smtp(Security.NONE, Optional.of(new Login("learning", "wrong")))
                        .send(ID, LETTER, AT))
                .isEqualTo(new Delivery.Later("login"));
        assertThat(smtp(Security.NONE, Optional.of(new Login("learning", "secret")))
                        .send(ID, LETTER, AT))
                .isEqualTo(new Delivery.Sent());
        assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0])).isNotEmpty();
    }

    private Smtp smtp(Security security, Optional<Login> login) {
        return new Smtp(new MailSettings("127.0.0.1", server.getSmtp().getPort(), security, login, FROM));
    }
}
