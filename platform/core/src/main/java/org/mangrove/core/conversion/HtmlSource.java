package org.mangrove.core.conversion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.mangrove.core.conversion.Inlines.Look;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Reads HTML as a browser would, and takes along what is text, a list, a picture inside the page. Nothing is fetched or run. */
final class HtmlSource implements DocumentSource {

    private static final int DEEPEST = 200;
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> FRAMES =
            Set.of("iframe", "frame", "frameset", "object", "embed", "applet", "portal");
    private static final Set<String> FORMS =
            Set.of("form", "input", "select", "textarea", "button", "fieldset", "datalist", "output");
    private static final Set<String> FILMS = Set.of("video", "audio", "source", "track");
    private static final Set<String> DRAWINGS = Set.of("svg", "canvas", "math");
    private static final Set<String> SILENT = Set.of(
            "head", "meta", "link", "base", "title", "template", "noscript", "wbr", "hr", "area", "param", "col");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
            "kbd", "label", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
            "sub", "sup", "time", "tt", "u", "var", "br", "img", "picture");

    private final IntFunction<Place> places;

    HtmlSource() {
        this(Place::line);
    }

    /** @param places what the lines of this HTML are called, if it is part of something else */
    HtmlSource(IntFunction<Place> places) {
        this.places = places;
    }

    @Override
    public void read(byte[] document, Manuscript into) {
        try {
            read(
                    Jsoup.parse(
                            new ByteArrayInputStream(document),
                            null,
                            "",
                            Parser.htmlParser().setTrackPosition(true)),
                    into);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory can be read", impossible);
        }
    }

    void read(Document html, Manuscript into) {
        into.goOn();
        into.title(html.title());
        into.language(html.select("html").attr("lang"));
        into.summary(html.select("meta[name=description]").attr("content"));
        html.head().select("script").forEach(script -> into.remark(Loss.SCRIPT, place(script), ""));
        if (!html.select("style, link[rel~=(?i)stylesheet], [style]").isEmpty()) {
            into.remark(Loss.STYLE, Place.EVERYWHERE, "");
        }
        var top = new Flow(into, new Top(into), 0);
        top.children(html.body());
        top.closeParagraph();
    }

    private Place place(Node node) {
        int line = node.sourceRange().isTracked() ? node.sourceRange().start().lineNumber() : 1;
        return places.apply(Math.max(1, line));
    }

    /** Where blocks go: into the document, or into a list item or quotation. */
    private interface Sink {

        void heading(int level, String text);

        void block(org.commonmark.node.Node block, Place place);

        /** Within an item or a quotation it becomes a list. */
        default void table(Grid grid, Place place, Manuscript into) {
            into.remark(Loss.TABLE, place, grid.caption());
            TableAsList.of(grid.rows(), grid.isHeaded()).ifPresent(list -> block(list, place));
        }
    }

    private record Top(Manuscript into) implements Sink {

        @Override
        public void heading(int level, String text) {
            into.heading(level, text);
        }

        @Override
        public void block(org.commonmark.node.Node block, Place place) {
            into.prose(block, place);
        }

        @Override
        public void table(Grid grid, Place place, Manuscript told) {
            into.table(grid, place);
        }
    }

    /** Headings cannot stand in an item: they are emphasized. */
    private record Within(org.commonmark.node.Node parent) implements Sink {

        @Override
        public void heading(int level, String text) {
            var line = new Inlines();
            line.add(text, Look.PLAIN.strongly());
            if (!line.isBlank()) {
                parent.appendChild(line.paragraph());
            }
        }

        @Override
        public void block(org.commonmark.node.Node block, Place place) {
            parent.appendChild(block);
        }
    }

    private final class Flow {

        private final Manuscript into;
        private final Sink sink;
        private final int depth;
        private final List<Runnable> pictures = new ArrayList<>();
        private Inlines line = new Inlines();
        private Place lineBegan = Place.EVERYWHERE;

        Flow(Manuscript into, Sink sink, int depth) {
            into.goOn();
            if (depth > DEEPEST) {
                throw new Refusal.Invalid("document", Message.of("conversion.document.too-deep"));
            }
            this.into = into;
            this.sink = sink;
            this.depth = depth;
        }

        void children(Element parent) {
            parent.childNodes().forEach(node -> node(node, Look.PLAIN, depth));
        }

        private void node(Node node, Look look, int level) {
            if (level > DEEPEST) {
                throw new Refusal.Invalid("document", Message.of("conversion.document.too-deep"));
            }
            if (node instanceof TextNode text) {
                text(text.getWholeText().replaceAll("\\s+", " "), look, text);
            } else if (node instanceof Element element) {
                handlers(element);
                element(element, element.normalName().toLowerCase(Locale.ROOT), look, level + 1);
            }
        }

        private void text(String text, Look look, Node node) {
            if (line.isBlank()) {
                lineBegan = place(node);
            }
            String glued =
                    line.isBlank() || line.plain().endsWith(" ") || line.plain().endsWith("\n")
                            ? text.stripLeading()
                            : text;
            line.add(glued, look);
        }

        private void handlers(Element element) {
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on")) {
                    into.remark(Loss.EVENT_HANDLER, place(element), attribute.getKey());
                }
            }
        }

        private void element(Element element, String name, Look look, int level) {
            if (SILENT.contains(name) || name.equals("style")) {
                return;
            }
            if (name.equals("script")) {
                into.remark(Loss.SCRIPT, place(element), "");
            } else if (FRAMES.contains(name)) {
                into.remark(Loss.FRAME, place(element), element.attr("src") + element.attr("data"));
            } else if (FORMS.contains(name)) {
                into.remark(Loss.FORM, place(element), name);
            } else if (FILMS.contains(name)) {
                into.remark(Loss.FILM, place(element), element.attr("src"));
            } else if (DRAWINGS.contains(name)) {
                into.remark(name.equals("math") ? Loss.FORMULA : Loss.DRAWING, place(element), "");
            } else if (name.equals("nav")) {
                into.remark(Loss.NAVIGATION, place(element), element.text());
            } else if (INLINE.contains(name) && !hasBlocks(element)) {
                inline(element, name, look, level);
            } else {
                block(element, name, level);
            }
        }

        /** Some put blocks into what is inline. */
        private boolean hasBlocks(Element element) {
            return element.children().stream()
                    .anyMatch(child -> child.isBlock() && !INLINE.contains(child.normalName()));
        }

        private void inline(Element element, String name, Look look, int level) {
            switch (name) {
                case "br" -> line.breakLine();
                case "img" -> picture(element, "");
                case "rt", "rp" -> reading(element, look, level);
                case "a" -> each(element, link(element, look), level);
                case "b", "strong" -> each(element, look.strongly(), level);
                case "i", "em", "cite", "dfn", "var" -> each(element, look.emphasized(), level);
                case "code", "kbd", "samp", "tt" -> each(element, look.asCode(), level);
                default -> each(element, look, level);
            }
        }

        private void each(Element element, Look look, int level) {
            element.childNodes().forEach(node -> node(node, look, level));
        }

        /** How a word is read stands behind it, in the brackets that HTML has for those who cannot show it above. */
        private void reading(Element element, Look look, int level) {
            boolean hasBrackets =
                    element.parent() != null && !element.parent().select("rp").isEmpty();
            if (element.normalName().equals("rt") && !hasBrackets) {
                text("（" + element.text() + "）", look, element);
            } else {
                each(element, look, level);
            }
        }

        private Look link(Element element, Look look) {
            String address = element.attr("href");
            Optional<String> target = LinkTarget.of(address);
            if (target.isEmpty() && !LinkTarget.isWithin(address)) {
                into.remark(Loss.LINK, place(element), address);
            }
            return look.to(target.orElse(""));
        }

        private void block(Element element, String name, int level) {
            closeParagraph();
            if (HEADINGS.contains(name)) {
                sink.heading(name.charAt(1) - '0', element.text());
                element.select("img").forEach(image -> picture(image, ""));
            } else {
                switch (name) {
                    case "ul", "ol", "menu", "dir" -> list(element, name.equals("ol"), level);
                    case "blockquote" -> quotation(element, level);
                    case "pre" -> code(element);
                    case "table" -> table(element);
                    case "figure" -> figure(element, level);
                    case "dt", "summary" -> strong(element, level);
                    default -> each(element, Look.PLAIN, level);
                }
            }
            closeParagraph();
        }

        private void strong(Element element, int level) {
            each(element, Look.PLAIN.strongly(), level);
        }

        private void list(Element element, boolean ordered, int level) {
            ListBlock list = ListInTheMaking.list(ordered);
            for (Element child : element.children()) {
                var item = new ListItem();
                Flow within = new Flow(into, new Within(item), level);
                if (child.normalName().equals("li")) {
                    within.handlers(child);
                    within.children(child);
                } else {
                    within.node(child, Look.PLAIN, level);
                }
                within.closeParagraph();
                pictures.addAll(within.pictures);
                if (item.getFirstChild() != null) {
                    list.appendChild(item);
                }
            }
            if (list.getFirstChild() != null) {
                sink.block(list, place(element));
            }
        }

        private void quotation(Element element, int level) {
            var quotation = new BlockQuote();
            Flow within = new Flow(into, new Within(quotation), level);
            within.children(element);
            within.closeParagraph();
            pictures.addAll(within.pictures);
            if (quotation.getFirstChild() != null) {
                sink.block(quotation, place(element));
            }
        }

        private void code(Element element) {
            var code = new FencedCodeBlock();
            code.setLiteral(
                    Written.clean(element.wholeText().replace("\r\n", "\n")).stripTrailing() + "\n");
            if (!code.getLiteral().isBlank()) {
                sink.block(code, place(element));
            }
        }

        private void table(Element table) {
            List<List<String>> rows = table.select("tr").stream()
                    .map(row ->
                            row.select("> th, > td").stream().map(Element::text).toList())
                    .toList();
            boolean headed = !table.select("thead").isEmpty()
                    || !table.select("tr:first-child > th").isEmpty();
            boolean headsRows =
                    !table.select("tr:nth-child(n+2) > th:first-child").isEmpty();
            boolean isWhole = table.select("[colspan], [rowspan], table table").stream()
                    .noneMatch(each -> each != table
                            && (each.normalName().equals("table")
                                    || !each.attr("colspan").matches("1?")
                                    || !each.attr("rowspan").matches("1?")));
            sink.table(
                    new Grid(rows, table.select("> caption").text(), headed, headsRows, isWhole), place(table), into);
            table.select("img").forEach(image -> picture(image, ""));
            table.select("script").forEach(script -> into.remark(Loss.SCRIPT, place(script), ""));
        }

        private void figure(Element figure, int level) {
            String caption = figure.select("figcaption").text();
            List<Element> images = figure.select("img").asList();
            if (images.size() == 1 && figure.select("table, pre, blockquote").isEmpty()) {
                picture(images.getFirst(), caption);
            } else {
                each(figure, Look.PLAIN, level);
            }
        }

        private void picture(Element image, String caption) {
            String source = image.attr("src");
            String alt = image.attr("alt");
            Place place = place(image);
            Optional<byte[]> bytes = inside(source);
            pictures.add(() -> {
                if (bytes.isPresent()) {
                    into.picture(bytes.get(), alt, caption, place, alt);
                } else {
                    into.remark(
                            source.regionMatches(true, 0, "data:", 0, 5) ? Loss.PICTURE_KIND : Loss.PICTURE_ELSEWHERE,
                            place,
                            alt.isBlank() ? Written.beginning(source, 60) : alt);
                }
            });
        }

        void closeParagraph() {
            if (!line.isBlank()) {
                sink.block(line.paragraph(), lineBegan);
            }
            line = new Inlines();
            if (sink instanceof Top) {
                List<Runnable> shown = List.copyOf(pictures);
                pictures.clear();
                shown.forEach(Runnable::run);
            }
        }
    }

    /** A picture that the page itself holds. */
    private static Optional<byte[]> inside(String source) {
        int comma = source.indexOf(',');
        String head = comma < 0 ? "" : source.substring(0, comma).toLowerCase(Locale.ROOT);
        if (!head.startsWith("data:image/") || !head.endsWith(";base64")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(source.substring(comma + 1)));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
