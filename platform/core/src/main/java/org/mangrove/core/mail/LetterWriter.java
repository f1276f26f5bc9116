package org.mangrove.core.mail;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.localization.Spoken;
import org.mangrove.core.localization.Words;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Puts a letter into the words of whoever gets it: once as plain text, once as HTML, with the same words in both. */
@ApplicationScoped
class LetterWriter {

    @Inject
    Words words;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, LetterWriter.class.getClassLoader(), "org.mangrove.templates");

    /** Who reads it: somebody of a tenant reads its words, and days as it counts them. */
    private record Reader(Optional<TenantProfile> tenant, Locale language) {}

    /** To a member of a core. */
    WrittenLetter write(MailAddress to, Locale language, Letter letter) {
        return write(to.text(), new Reader(Optional.empty(), language), letter);
    }

    /** To somebody of a tenant: which address they have is looked up when it goes out. */
    WrittenLetter write(TenantProfile tenant, Locale language, Letter letter) {
        return write("", new Reader(Optional.of(tenant), language), letter);
    }

    private WrittenLetter write(String to, Reader reader, Letter letter) {
        String subject = oneLine(text(reader, letter.subject()));
        return new WrittenLetter(
                to, reader.language().toLanguageTag(), subject, plain(reader, letter), html(reader, subject, letter));
    }

    private String plain(Reader reader, Letter letter) {
        String body = Stream.of(
                        said(reader, letter.paragraphs()),
                        letter.items().stream()
                                .map(item -> said(reader, item.said()).collect(Collectors.joining(" ")) + "\n"
                                        + plain(reader, item.link())),
                        letter.link().stream().map(there -> plain(reader, there)))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n\n"));
        String small = Stream.concat(
                        said(reader, letter.smallPrint()),
                        letter.choice().stream().map(there -> plain(reader, there)))
                .collect(Collectors.joining("\n"));
        return small.isEmpty() ? body + "\n" : body + "\n\n-- \n" + small + "\n";
    }

    private String plain(Reader reader, Letter.Link there) {
        return text(reader, there.label()) + "\n" + there.address();
    }

    private String html(Reader reader, String subject, Letter letter) {
        var html = new StringOutput();
        templates.render(
                "mail/letter.jte",
                new Shown(
                        reader.language().toLanguageTag(),
                        Customs.of(reader.language()).isRightToLeft() ? "rtl" : "ltr",
                        subject,
                        marked(reader, letter.paragraphs()),
                        letter.items().stream()
                                .map(item -> new ShownItem(marked(reader, item.said()), shown(reader, item.link())))
                                .toList(),
                        letter.link().map(there -> shown(reader, there)),
                        marked(reader, letter.smallPrint()),
                        letter.choice().map(there -> shown(reader, there))),
                html);
        return html.toString();
    }

    private ShownLink shown(Reader reader, Letter.Link there) {
        return new ShownLink(marked(reader, there.label()), there.address().toString());
    }

    private Stream<String> said(Reader reader, List<Message> sentences) {
        return sentences.stream().map(each -> text(reader, each));
    }

    private String text(Reader reader, Message message) {
        return reader.tenant()
                .map(tenant -> words.speak(tenant, reader.language(), message))
                .orElseGet(() -> words.speak(reader.language(), message))
                .text();
    }

    private List<Content> marked(Reader reader, List<Message> sentences) {
        return sentences.stream().map(each -> marked(reader, each)).toList();
    }

    /** Escaped by whoever says it, with each argument in an element of its own. */
    private Content marked(Reader reader, Message message) {
        Spoken spoken = reader.tenant()
                .map(tenant -> words.speakHtml(tenant, reader.language(), message))
                .orElseGet(() -> words.speakHtml(reader.language(), message));
        return output -> output.writeContent(spoken.text());
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
