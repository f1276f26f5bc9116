package org.mangrove.core.conversion;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Reads Markdown, with tables as GitHub writes them, and with what stands between two lines of hyphens at its beginning. */
final class MarkdownSource implements DocumentSource {

    private static final int DEEPEST = 60;
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .build();
    private static final Pattern FRONT =
            Pattern.compile("\\A---[ \\t]*\\n(.{0,8000}?)\\n---[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z][A-Za-z-]{0,40})[ \\t]*:[ \\t]*(.*)");

    @Override
    public void read(byte[] document, Manuscript into) {
        String text = text(document);
        Matcher front = FRONT.matcher(text);
        int skipped = 0;
        if (front.find()) {
            facts(front.group(1), into);
            skipped = (int) front.group().chars().filter(each -> each == '\n').count();
            text = text.substring(front.end());
        }
        into.goOn();
        new Reading(into, skipped).blocks(PARSER.parse(text));
    }

    private static String text(byte[] document) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return Written.clean(text.replace("\r\n", "\n").replace('\r', '\n').replaceFirst("\\A\\ufeff", ""));
        } catch (CharacterCodingException binary) {
            throw new Refusal.Invalid("document", Message.of("conversion.document.not-utf-8"));
        }
    }

    private static void facts(String front, Manuscript into) {
        Map<String, String> facts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        front.lines()
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .forEach(entry ->
                        facts.put(entry.group(1), entry.group(2).strip().replaceAll("^([\"'])(.*)\\1$", "$2")));
        into.title(facts.getOrDefault("title", ""));
        into.summary(facts.getOrDefault("description", facts.getOrDefault("summary", "")));
        into.language(facts.getOrDefault("lang", facts.getOrDefault("language", "")));
    }

    private record Reading(Manuscript into, int skipped) {

        void blocks(Node document) {
            for (Node block : childrenOf(document)) {
                into.goOn();
                block(block);
            }
        }

        private void block(Node block) {
            Place place = place(block);
            switch (block) {
                case Heading heading -> {
                    List<Image> images = tamed(heading, place);
                    into.heading(heading.getLevel(), MarkdownWriter.plain(heading));
                    images.forEach(image -> elsewhere(image, place));
                }
                case HtmlBlock html ->
                    new HtmlSource(line -> Place.line(place.number() + line - 1))
                            .read(
                                    Jsoup.parse(
                                            html.getLiteral(),
                                            "",
                                            org.jsoup.parser.Parser.htmlParser().setTrackPosition(true)),
                                    into);
                case TableBlock table -> {
                    List<Image> images = tamed(table, place);
                    into.table(new Grid(rows(table), "", true, false, true), place);
                    images.forEach(image -> elsewhere(image, place));
                }
                case LinkReferenceDefinition definition -> definition.unlink();
                case ThematicBreak line -> line.unlink();
                default -> {
                    List<Image> images = tamed(block, place);
                    into.prose(block, place);
                    images.forEach(image -> elsewhere(image, place));
                }
            }
        }

        private void elsewhere(Image image, Place place) {
            String words = MarkdownWriter.plain(image);
            into.remark(Loss.PICTURE_ELSEWHERE, place, words.isEmpty() ? image.getDestination() : words);
        }

        /** Takes out what is not to be shown, and gives the pictures. */
        private List<Image> tamed(Node block, Place place) {
            var tamer = new Tamer(into, place);
            block.accept(tamer);
            return tamer.images;
        }

        private Place place(Node block) {
            int line = block.getSourceSpans().isEmpty()
                    ? 0
                    : block.getSourceSpans().getFirst().getLineIndex();
            return Place.line(line + skipped + 1);
        }

        private static List<List<String>> rows(TableBlock table) {
            var rows = new ArrayList<List<String>>();
            for (Node part : childrenOf(table)) {
                for (Node row : childrenOf(part)) {
                    rows.add(childrenOf(row).stream().map(MarkdownWriter::plain).toList());
                }
            }
            return rows;
        }
    }

    private static final class Tamer extends AbstractVisitor {

        private final Manuscript into;
        private final Place place;
        private final List<Image> images = new ArrayList<>();

        Tamer(Manuscript into, Place place) {
            this.into = into;
            this.place = place;
        }

        @Override
        public void visit(HtmlInline html) {
            String tag = html.getLiteral().toLowerCase(java.util.Locale.ROOT);
            if (!tag.startsWith("<!--") && !tag.startsWith("<br")) {
                into.remark(tag.startsWith("<script") ? Loss.SCRIPT : Loss.MARKUP, place, html.getLiteral());
            }
            if (tag.startsWith("<br")) {
                html.insertBefore(new Text(" "));
            }
            html.unlink();
        }

        @Override
        public void visit(HtmlBlock html) {
            into.remark(Loss.MARKUP, place, html.getLiteral());
            html.unlink();
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock table && table.getParent() != null && !(isTop(table))) {
                into.remark(Loss.TABLE, place, "");
                TableAsList.of(Reading.rows(table), true).ifPresent(table::insertBefore);
                table.unlink();
            } else {
                visitChildren(block);
            }
        }

        private static boolean isTop(Node node) {
            return node.getParent() instanceof org.commonmark.node.Document;
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            var target = LinkTarget.of(link.getDestination());
            if (target.isPresent()) {
                link.setDestination(target.get());
                link.setTitle(null);
                return;
            }
            if (!LinkTarget.isWithin(link.getDestination())) {
                into.remark(Loss.LINK, place, link.getDestination());
            }
            childrenOf(link).forEach(link::insertBefore);
            link.unlink();
        }

        @Override
        public void visit(Image image) {
            images.add(image);
            image.unlink();
        }

        @Override
        public void visit(LinkReferenceDefinition definition) {
            definition.unlink();
        }

        @Override
        public void visit(ThematicBreak line) {
            line.unlink();
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code.setInfo("");
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            var fenced = new FencedCodeBlock();
            fenced.setLiteral(code.getLiteral());
            code.insertBefore(fenced);
            code.unlink();
        }
    }

    static List<Node> childrenOf(Node parent) {
        var children = new ArrayList<Node>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
