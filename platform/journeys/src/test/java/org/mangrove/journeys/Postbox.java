package org.mangrove.journeys;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mail server that takes everything for everybody, and what it got. */
final class Postbox implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("(?m)^https?://[^/\\s]+(/\\S+)$");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private Postbox() {}

    static Postbox open() {
        var postbox = new Postbox();
        postbox.server.start();
        return postbox;
    }

    /**
     * What arrived.
     *
     * @param text and html are the two parts
     * @param id always the same for one letter, however often it comes
     * @param replyTo who reads what is answered
     */
    record Arrived(String to, String subject, String language, String text, String html, String id, String replyTo) {

        /** Where it leads, below the host. */
        String link() {
            Matcher link = LINK.matcher(text.replace("\r\n", "\n"));
            if (!link.find()) {
                throw new AssertionError("There is no link in " + text);
            }
            return link.group(1);
        }
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** All that came to an address, the newest last. */
    List<Arrived> to(String address) {
        return Stream.of(server.getReceivedMessages())
                .map(Postbox::read)
                .filter(arrived -> arrived.to().equals(address))
                .toList();
    }

    /** The newest to an address, once there are more than there were. */
    Arrived next(String address, int before) {
        return Patience.USUAL
                .until("mail came to " + address, () -> to(address), arrived -> arrived.size() > before)
                .getLast();
    }

    private static Arrived read(MimeMessage message) {
        try {
            var parts = (Multipart) message.getContent();
            return new Arrived(
                    message.getHeader("To")[0],
                    message.getSubject(),
                    message.getHeader("Content-Language")[0],
                    parts.getBodyPart(0).getContent().toString(),
                    parts.getBodyPart(1).getContent().toString(),
                    message.getMessageID(),
                    message.getReplyTo()[0].toString());
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
