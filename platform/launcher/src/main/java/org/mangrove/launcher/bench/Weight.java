package org.mangrove.launcher.bench;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mangrove.launcher.visit.Browser;

/**
 * What a page weighs on its way, as it is sent: compressed, with its headers.
 *
 * @param cold with everything that a browser which has never been here fetches for it
 * @param repeat what is fetched again when it is opened the next time
 */
record Weight(long cold, long repeat) {

    /** Of what nobody opens in a browser. */
    static final Weight NONE = new Weight(0, 0);

    private static final Pattern REFERENCE =
            Pattern.compile("<(?:link|script|img|use)\\b[^>]*?\\s(?:href|src)=\"([^\"#]+)[^\"]*\"");
    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\s*\\{([^}]*)}");
    private static final Pattern FILE = Pattern.compile("url\\(\"?([^\")]+)\"?\\)");
    private static final Pattern RANGE = Pattern.compile("unicode-range:([^;}]+)");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)\\b([^>]*)>");
    private static final Pattern POPOVER = Pattern.compile("\\spopover(?:[\\s=].*)?$");
    private static final int LINE_ENDS = 4;

    /** Fetches the page and what it refers to; fonts only if the page has a letter for which they are. */
    static Weight of(Browser browser, String path) {
        Browser.Answer page = browser.go(path);
        String html = page.text();
        var fetched = new LinkedHashSet<String>();
        Matcher references = REFERENCE.matcher(html);
        while (references.find()) {
            fetched.add(references.group(1).replace("&amp;", "&"));
        }
        long cold = sent(page);
        long repeat = sent(page);
        for (String reference : Set.copyOf(fetched)) {
            if (reference.contains(".css")) {
                String css = browser.read(reference);
                String folder = reference.substring(0, reference.lastIndexOf('/') + 1);
                fonts(css, shown(html)).forEach(font -> fetched.add(font.startsWith("/") ? font : folder + font));
            }
        }
        for (String reference : fetched) {
            Browser.Answer file = browser.fetch(reference);
            cold += sent(file);
            boolean isKept = file.response()
                    .headers()
                    .firstValue("Cache-Control")
                    .filter(kept -> kept.contains("immutable"))
                    .isPresent();
            repeat += isKept ? 0 : sent(file);
        }
        return new Weight(cold, repeat);
    }

    /** The text of a page that a browser draws at once: without tags, and without menus that have yet to be opened. */
    static String shown(String html) {
        var shown = new StringBuilder();
        Matcher tags = TAG.matcher(html);
        int from = 0;
        int depth = 0;
        String menu = "";
        while (tags.find()) {
            if (depth == 0) {
                shown.append(html, from, tags.start()).append(' ');
            }
            boolean isEnd = !tags.group(1).isEmpty();
            if (depth > 0 && tags.group(2).equals(menu)) {
                depth += isEnd ? -1 : 1;
            } else if (depth == 0 && POPOVER.matcher(tags.group(3)).find()) {
                menu = tags.group(2);
                depth = 1;
            }
            from = tags.end();
        }
        return shown.toString();
    }

    private static Stream<String> fonts(String css, String text) {
        return FONT_FACE
                .matcher(css)
                .results()
                .map(face -> face.group(1))
                .filter(face -> isNeeded(face, text))
                .flatMap(face -> FILE.matcher(face).results().map(file -> file.group(1)));
    }

    private static boolean isNeeded(String face, String text) {
        Matcher range = RANGE.matcher(face);
        return !range.find()
                || text.codePoints().filter(sign -> sign > ' ').anyMatch(sign -> isIn(range.group(1), sign));
    }

    private static boolean isIn(String ranges, int sign) {
        return Stream.of(ranges.split(","))
                .map(String::strip)
                .map(range -> range.substring(2).split("-"))
                .anyMatch(range -> sign >= Integer.parseInt(range[0].replace('?', '0'), 16)
                        && sign <= Integer.parseInt(range[range.length - 1].replace('?', 'F'), 16));
    }

    private static long sent(Browser.Answer answer) {
        long headers = answer.response().headers().map().entrySet().stream()
                .flatMapToLong(header -> header.getValue().stream()
                        .mapToLong(value ->
                                header.getKey().length() + value.getBytes(StandardCharsets.UTF_8).length + LINE_ENDS))
                .sum();
        return headers + answer.response().body().length;
    }
}
