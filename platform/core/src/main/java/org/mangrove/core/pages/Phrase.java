package org.mangrove.core.pages;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Words on a page. Between tags they are marked up: with the language they are in where that is not the page's, and kept
 * apart from text of another direction. Within an attribute, where nothing can be marked up, they are plain.
 */
final class Phrase implements Content {

    private final Supplier<String> plain;
    private final Supplier<String> html;
    private final Supplier<Optional<Locale>> ownLanguage;

    Phrase(Supplier<String> plain, Supplier<String> html, Supplier<Optional<Locale>> ownLanguage) {
        this.plain = plain;
        this.html = html;
        this.ownLanguage = ownLanguage;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        if (output instanceof StringOutput attribute) {
            attribute.writeContent(plain.get());
            return;
        }
        Optional<Locale> language = ownLanguage.get();
        language.ifPresent(own -> output.writeContent("<span lang=\"%s\" dir=\"%s\">"
                .formatted(own.toLanguageTag(), Direction.of(own).attribute())));
        output.writeContent(html.get());
        language.ifPresent(own -> output.writeContent("</span>"));
    }

    @Override
    public String toString() {
        return plain.get();
    }
}
