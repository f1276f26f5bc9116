package org.mangrove.core.mail;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.localization.Words;
import org.mangrove.sdk.Message;

/** Puts a letter into the words of whoever gets it: once as plain text, once as HTML, with the same words in both. */
@ApplicationScoped
class LetterWriter {

    @Inject
    Words words;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, LetterWriter.class.getClassLoader(), "org.mangrove.templates");

    WrittenLetter write(MailAddress to, Locale language, Letter letter) {
        String subject = oneLine(text(language, letter.subject()));
        return new WrittenLetter(
                to.text(), language.toLanguageTag(), subject, plain(language, letter), html(language, subject, letter));
    }

    private String plain(Locale language, Letter letter) {
        Stream<String> link =
                letter.link().stream().map(there -> text(language, there.label()) + "\n" + there.address());
        String body = Stream.of(said(language, letter.paragraphs()), link)
                .flatMap(part -> part)
                .collect(Collectors.joining("\n\n"));
        String small = said(language, letter.smallPrint()).collect(Collectors.joining("\n"));
        return small.isEmpty() ? body + "\n" : body + "\n\n-- \n" + small + "\n";
    }

    private String html(Locale language, String subject, Letter letter) {
        var html = new StringOutput();
        templates.render(
                "mail/letter.jte",
                new Shown(
                        language.toLanguageTag(),
                        Customs.of(language).isRightToLeft() ? "rtl" : "ltr",
                        subject,
                        letter.paragraphs().stream()
                                .map(each -> marked(language, each))
                                .toList(),
                        letter.link()
                                .map(there -> new ShownLink(
                                        marked(language, there.label()),
                                        there.address().toString())),
                        letter.smallPrint().stream()
                                .map(each -> marked(language, each))
                                .toList()),
                html);
        return html.toString();
    }

    private Stream<String> said(Locale language, List<Message> sentences) {
        return sentences.stream().map(each -> text(language, each));
    }

    private String text(Locale language, Message message) {
        return words.speak(language, message).text();
    }

    /** Escaped by whoever says it, with each argument in an element of its own. */
    private Content marked(Locale language, Message message) {
        String html = words.speakHtml(language, message).text();
        return output -> output.writeContent(html);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
