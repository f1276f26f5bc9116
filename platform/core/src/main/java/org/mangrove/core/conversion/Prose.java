package org.mangrove.core.conversion;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.IndentedCodeBlock;
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
final class Prose {

    private static final Parser PARSER = Parser.builder().build();
    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder().build();

    private Prose() {}

    /** @param isPlain whether emphasis had to be left out */
    record Markdown(String text, boolean isPlain) {}

    /** Takes the blocks out of wherever they stand. */
    static Markdown write(List<Node> blocks) {
        var document = new Document();
        blocks.forEach(document::appendChild);
        String said = plain(document);
        String text = RENDERER.render(document).strip();
        if (plain(PARSER.parse(text)).equals(said)) {
            return new Markdown(text, false);
        }
        document.accept(new Unmark());
        return new Markdown(RENDERER.render(document).strip(), true);
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

    /** Puts the words in the place of what emphasizes them. */
    private static final class Unmark extends AbstractVisitor {

        @Override
        public void visit(Emphasis node) {
            unwrap(node);
        }

        @Override
        public void visit(StrongEmphasis node) {
            unwrap(node);
        }

        private void unwrap(Node node) {
            visitChildren(node);
            var children = new ArrayList<Node>();
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                children.add(child);
            }
            children.forEach(node::insertBefore);
            node.unlink();
        }
    }
}
