package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.mangrove.core.localization.Words;
import org.mangrove.core.pages.Direction;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Explains an export to whom it is about, in their language: each file, and each field in it. One page that needs nothing else. */
@ApplicationScoped
class ExportReadme {

    @Inject
    Words words;

    /**
     * What one holder has told.
     *
     * @param files by their names in the archive
     */
    record Chapter(String holder, List<GatheredItems.Told> told, List<String> files) {

        Chapter {
            told = List.copyOf(told);
            files = List.copyOf(files);
        }

        static String fileOf(String holder, String kind) {
            return holder + "/" + kind + ".jsonl";
        }
    }

    String write(TenantProfile tenant, Locale language, Request request, List<Chapter> chapters) {
        var page = new StringBuilder();
        boolean rightToLeft = Direction.of(language) == Direction.RIGHT_TO_LEFT;
        page.append("<!doctype html>\n<html lang=\"")
                .append(language.toLanguageTag())
                .append("\" dir=\"")
                .append(rightToLeft ? "rtl" : "ltr")
                .append("\">\n<head><meta charset=\"utf-8\"><title>")
                .append(escaped(words.say(tenant, language, Message.of("privacy.readme.title"))))
                .append("</title></head>\n<body>\n");
        element(page, "h1", say(tenant, language, Message.of("privacy.readme.title")));
        element(
                page,
                "p",
                say(tenant, language, Message.of("privacy.readme.lead").with("asked", request.askedAt())));
        element(page, "p", say(tenant, language, Message.of("privacy.readme.form")));
        for (Chapter chapter : chapters) {
            write(page, tenant, language, chapter);
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private void write(StringBuilder page, TenantProfile tenant, Locale language, Chapter chapter) {
        element(page, "h2", say(tenant, language, HolderWords.holder(chapter.holder())));
        element(page, "p", say(tenant, language, HolderWords.why(chapter.holder())));
        if (chapter.told().isEmpty() && chapter.files().isEmpty()) {
            element(page, "p", say(tenant, language, Message.of("privacy.readme.nothing")));
        }
        for (GatheredItems.Told told : chapter.told()) {
            String file = Chapter.fileOf(chapter.holder(), told.kind());
            element(page, "h3", "<bdi dir=\"ltr\"><code>" + escaped(file) + "</code></bdi>");
            element(
                    page,
                    "p",
                    say(
                            tenant,
                            language,
                            Message.of("privacy.readme.items")
                                    .with("items", told.items())
                                    .with("kind", HolderWords.kind(told.kind()))));
            page.append("<dl>\n");
            for (String field : new TreeSet<>(told.fields())) {
                element(page, "dt", "<bdi dir=\"ltr\"><code>" + escaped(field) + "</code></bdi>");
                element(
                        page,
                        "dd",
                        HolderWords.knowsField(field)
                                ? say(tenant, language, HolderWords.field(field))
                                : say(tenant, language, Message.of("privacy.readme.field-of-its-own")));
            }
            page.append("</dl>\n");
        }
        if (!chapter.files().isEmpty()) {
            page.append("<ul>\n");
            chapter.files()
                    .forEach(file -> element(page, "li", "<bdi dir=\"ltr\"><code>" + escaped(file) + "</code></bdi>"));
            page.append("</ul>\n");
        }
    }

    private String say(TenantProfile tenant, Locale language, Message message) {
        return words.speakHtml(tenant, language, message).text();
    }

    private static void element(StringBuilder page, String name, String html) {
        page.append('<')
                .append(name)
                .append('>')
                .append(html)
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
