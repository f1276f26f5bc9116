package org.mangrove.core.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** Hands letters to a mail server, one connection each. */
final class Smtp {

    private static final String PATIENCE_MILLIS = "20000";
    private static final String CHARSET = StandardCharsets.UTF_8.name();

    private final MailSettings settings;

    Smtp(MailSettings settings) {
        this.settings = settings;
    }

    /** @param id always the same for one letter, so that a mailbox can tell that it got it twice */
    Delivery send(UUID id, WrittenLetter letter, Instant at) {
        return send(id, letter, at, Optional.empty());
    }

    /** @param replyTo who reads what is answered, if not whoever has the address that it comes from */
    Delivery send(UUID id, WrittenLetter letter, Instant at, Optional<MailAddress> replyTo) {
        Session session = Session.getInstance(properties());
        try {
            MimeMessage message = message(session, id, letter, at, replyTo);
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(
                        settings.host(),
                        settings.port(),
                        settings.login().map(MailSettings.Login::user).orElse(null),
                        settings.login().map(MailSettings.Login::password).orElse(null));
                transport.sendMessage(message, message.getAllRecipients());
            }
            return new Delivery.Sent();
        } catch (AuthenticationFailedException refused) {
            return new Delivery.Later("login");
        } catch (SendFailedException failed) {
            return isForEver(failed) ? new Delivery.Never("refused") : new Delivery.Later("not-taken");
        } catch (MessagingException failed) {
            return new Delivery.Later("line");
        }
    }

    /** What the server would not take from anybody it says so by a code of its fifth class, and mail calls that address invalid. */
    private static boolean isForEver(SendFailedException failed) {
        return Optional.ofNullable(failed.getInvalidAddresses())
                .filter(invalid -> invalid.length > 0)
                .isPresent();
    }

    private MimeMessage message(
            Session session, UUID id, WrittenLetter letter, Instant at, Optional<MailAddress> replyTo)
            throws MessagingException {
        String messageId = "<" + id + "@" + settings.from().text().replaceFirst(".*@", "") + ">";
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        Address[] to = {new InternetAddress(new MailAddress(letter.to()).text(), true)};
        message.setFrom(new InternetAddress(settings.from().text(), true));
        message.setRecipients(RecipientType.TO, to);
        if (replyTo.isPresent()) {
            message.setReplyTo(new Address[] {new InternetAddress(replyTo.get().text(), true)});
        }
        message.setSubject(letter.subject(), CHARSET);
        message.setSentDate(Date.from(at));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setContentLanguage(new String[] {letter.language()});
        message.setContent(both(letter));
        message.saveChanges();
        return message;
    }

    /** What can be read everywhere comes first; programs show the last that they understand. */
    private static Multipart both(WrittenLetter letter) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(letter.text(), CHARSET, "plain");
        var html = new MimeBodyPart();
        html.setText(letter.html(), CHARSET, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.smtp.from", settings.from().text());
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
        properties.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(settings.security() == MailSettings.Security.TLS));
        boolean startsTls = settings.security() == MailSettings.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startsTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startsTls));
        return properties;
    }
}
