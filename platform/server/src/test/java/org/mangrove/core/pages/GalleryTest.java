package org.mangrove.core.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.shapesecurity.salvation2.Policy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.pages.Assets.Encoding;
import org.mangrove.core.pages.web.SecurityHeaders;

/** What all pages owe: seen on a page that has every component, and in the templates themselves. */
class GalleryTest {

    private static final Pattern INLINE =
            Pattern.compile("\\sstyle=|\\son[a-z]+=|<style|javascript:|<script(?![^>]*\\ssrc=)");

    private static final Pattern SAID_WHERE_NOTHING_CAN_BE_MARKED_UP = Pattern.compile("<title>[^<]*page\\.say\\(");

    private static final Pattern ICON = Pattern.compile("[iI]con(?:After)? = \"([a-z-]+)\"");

    private static final Path TEMPLATES = Path.of("target/jte");

    private static final Gallery GALLERY = new Gallery();

    private static final int MOST_ON_A_COLD_VISIT = 75 * 1024;

    private static final int MOST_ON_A_REPEATED_VISIT = 8 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar", "ja"})
    void pages_bring_nothing_inline_and_leave_no_word_out(String language) {
        String html = GALLERY.html(Locale.of(language), Look.LIGHT, Brand.COLOUR);

        assertThat(INLINE.matcher(html).find()).isFalse();
        assertThat(html).doesNotContain("⟦").contains("dir=\"" + (language.equals("ar") ? "rtl" : "ltr") + "\"");
    }

    @Test
    void text_of_another_language_says_so_and_text_of_the_page_does_not() {
        assertThat(GALLERY.html(Locale.JAPANESE, Look.LIGHT, Brand.COLOUR))
                .contains("<span lang=\"en\" dir=\"ltr\">Only in English</span>");
        assertThat(GALLERY.html(Locale.ENGLISH, Look.LIGHT, Brand.COLOUR)).contains("<dd>Only in English</dd>");
    }

    @Test
    void templates_have_nothing_inline_and_no_markup_in_their_title() {
        each((name, text) -> {
            assertThat(INLINE.matcher(text).find()).as(name).isFalse();
            assertThat(SAID_WHERE_NOTHING_CAN_BE_MARKED_UP.matcher(text).find())
                    .as(name)
                    .isFalse();
        });
    }

    @Test
    void every_form_that_changes_something_carries_its_token() {
        each((name, text) -> {
            for (String form : text.split("<form")) {
                String inside = form.split("</form>")[0];
                if (inside.contains("method=\"post\"")) {
                    assertThat(inside).as(name).contains("component.csrf(");
                }
            }
        });
    }

    @Test
    void every_icon_that_a_template_names_is_in_the_sprite() {
        var known = new ArrayList<String>();
        new Assets().icons().forEach(known::add);

        each((name, text) -> ICON.matcher(text)
                .results()
                .forEach(icon -> assertThat(known).as(name).contains(icon.group(1))));
    }

    @Test
    void the_policy_is_one_that_browsers_understand_and_that_lets_nothing_inline_run() {
        var mistakes = new ArrayList<String>();
        Policy policy = Policy.parseSerializedCSP(
                SecurityHeaders.CONTENT_SECURITY_POLICY,
                (severity, message, directive, value) -> mistakes.add(severity + ": " + message));

        assertThat(mistakes).isEmpty();
        Optional<String> inline = Optional.of("alert(1)");
        assertThat(policy.allowsInlineScript(Optional.empty(), inline, Optional.of(true)))
                .isFalse();
        assertThat(policy.allowsScriptAsAttribute(inline)).isFalse();
        assertThat(policy.allowsInlineStyle(Optional.empty(), inline)).isFalse();
        assertThat(policy.allowsStyleAsAttribute(inline)).isFalse();
        assertThat(policy.allowsEval()).isFalse();
    }

    /** A catalogue of twelve courses under every other component: more than a real one has on it. */
    @Test
    void a_page_stays_within_its_bytes() throws IOException {
        int page = gzip(GALLERY.html(Locale.ENGLISH, Look.LIGHT, Brand.COLOUR));
        var costs = new TreeMap<>(Map.of("page", page));
        var assets = new Assets();
        for (String name :
                List.of("mangrove.css", "mangrove.js", "htmx.js", "icons.svg", "mark.svg", "inter-latin.woff2")) {
            String published = assets.url(name).substring("/assets/".length());
            costs.put(
                    name,
                    Stream.of(Encoding.values())
                            .flatMap(encoding -> assets.find(published, encoding).stream())
                            .mapToInt(file -> file.length)
                            .min()
                            .orElseThrow());
        }
        costs.put("brand", BrandStylesheet.of("0a6b62").length());

        assertThat(costs.values().stream().mapToInt(Integer::intValue).sum())
                .as(costs.toString())
                .isLessThanOrEqualTo(MOST_ON_A_COLD_VISIT);
        assertThat(page).isLessThanOrEqualTo(MOST_ON_A_REPEATED_VISIT);
    }

    private static int gzip(String html) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(html.getBytes(StandardCharsets.UTF_8));
        }
        return out.size();
    }

    private interface Check {
        void of(String name, String text);
    }

    private static void each(Check check) {
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            List<Path> found =
                    templates.filter(file -> file.toString().endsWith(".jte")).toList();
            assertThat(found).isNotEmpty();
            for (Path template : found) {
                check.of(TEMPLATES.relativize(template).toString(), Files.readString(template));
            }
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }
}
