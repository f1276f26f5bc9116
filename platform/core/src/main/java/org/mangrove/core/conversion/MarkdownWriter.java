package org.mangrove.core.conversion;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/**
 * Writes what was read from any format as Markdown, and reads it again to see that it still says the same: a star that marks
 * nothing would stand in the text.
 */
final class MarkdownWriter {

    private static final Parser PARSER = Parser.builder().build();
    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder().build();

    private MarkdownWriter() {}

    /** @param isPlain whether emphasis had to be left out */
    record Markdown(String text, boolean isPlain) {}

    /** Takes the blocks out of wherever they stand. */
    static Markdown write(List<Node> blocks) {
        var texts = new StringJoiner("\n\n");
        boolean isPlain = false;
        for (Node block : blocks) {
            Markdown one = write(block);
            texts.add(one.text());
            isPlain |= one.isPlain();
        }
        return new Markdown(texts.toString().strip(), isPlain);
    }

    /** As it is; else with each sign escaped that could be a mark; else without emphasis; else without links, too. */
    private static Markdown write(Node block) {
        String said = plain(block);
        var document = new Document();
        document.appendChild(block);
        String asItIs = render(document);
        if (says(asItIs, said)) {
            return new Markdown(asItIs, false);
        }
        document.accept(new Escape());
        String escaped = render(document);
        if (says(escaped, said)) {
            return new Markdown(escaped, false);
        }
        document.accept(new Unmark(false));
        String unmarked = render(document);
        if (says(unmarked, said)) {
            return new Markdown(unmarked, true);
        }
        document.accept(new Unmark(true));
        return new Markdown(render(document), true);
    }

    private static String render(Node document) {
        return RENDERER.render(document).strip();
    }

    private static boolean says(String markdown, String words) {
        return plain(PARSER.parse(markdown)).equals(words);
    }

    /** The words of a text that was written. */
    static String plain(String markdown) {
        return plain(PARSER.parse(markdown));
    }

    /** The words alone; between blocks and lines is one space. */
    static String plain(Node node) {
        var words = new Words();
        node.accept(words);
        return words.text.toString().replaceAll("\\s+", " ").strip();
    }

    private static final class Words extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock node) {
            text.append(' ').append(node.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock node) {
            text.append(' ').append(node.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append(' ');
        }

        @Override
        protected void visitChildren(Node parent) {
            if (parent instanceof Block) {
                text.append(' ');
            }
            super.visitChildren(parent);
        }
    }

    /** Any sign of ASCII stands for itself behind a backslash; the renderer writes HTML as it is. */
    private static final class Escape extends AbstractVisitor {

        private static final Pattern SIGN = Pattern.compile("[!-/:-@\\[-`{-~]");

        @Override
        public void visit(Text node) {
            var escaped = new HtmlInline();
            escaped.setLiteral(
                    SIGN.matcher(node.getLiteral()).replaceAll(sign -> Matcher.quoteReplacement("\\" + sign.group())));
            node.insertBefore(escaped);
            node.unlink();
        }
    }

    /** Puts the words in the place of what emphasizes them. */
    private static final class Unmark extends AbstractVisitor {

        private final boolean links;

        /** @param links whether they go, too */
        Unmark(boolean links) {
            this.links = links;
        }

        @Override
        public void visit(Emphasis node) {
            unwrap(node);
        }

        @Override
        public void visit(StrongEmphasis node) {
            unwrap(node);
        }

        @Override
        public void visit(Link node) {
            if (links) {
                unwrap(node);
            } else {
                visitChildren(node);
            }
        }

        private void unwrap(Node node) {
            visitChildren(node);
            MarkdownSource.childrenOf(node).forEach(node::insertBefore);
            node.unlink();
        }
    }
}
