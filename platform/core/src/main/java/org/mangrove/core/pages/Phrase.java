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

    /**
     * Words as they stand between tags.
     *
     * @param ownLanguage if it is not the page's
     */
    record Marked(String html, Optional<Locale> ownLanguage) {}

    private final Supplier<String> plain;
    private final Supplier<Marked> marked;

    Phrase(Supplier<String> plain, Supplier<Marked> marked) {
        this.plain = plain;
        this.marked = marked;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        if (output instanceof StringOutput attribute) {
            attribute.writeContent(plain.get());
            return;
        }
        Marked words = marked.get();
        words.ownLanguage()
                .ifPresent(own -> output.writeContent("<span lang=\"%s\" dir=\"%s\">"
                        .formatted(own.toLanguageTag(), Direction.of(own).attribute())));
        output.writeContent(words.html());
        words.ownLanguage().ifPresent(own -> output.writeContent("</span>"));
    }

    @Override
    public String toString() {
        return plain.get();
    }
}
