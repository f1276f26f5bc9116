package org.mangrove.core.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What an author's Markdown says, apart from how it looks.
 *
 * @param paragraphs one on each line, and nothing that nobody reads as sentences: no headings, code or addresses
 */
record Prose(String paragraphs, List<Head> heads, List<Lead> leads) {

    private static final Parser PARSER = Parser.builder().build();
    private static final Pattern ADDRESS = Pattern.compile("(https?://|mailto:)\\S+");

    /** @param level as written: 1 for {@code #} */
    record Head(int level, String text) {}

    /** A link. */
    record Lead(String text, String address) {}

    static Prose of(String markdown) {
        var reader = new Reader();
        PARSER.parse(markdown).accept(reader);
        return new Prose(
                ADDRESS.matcher(reader.said.toString()).replaceAll(" "),
                List.copyOf(reader.heads),
                List.copyOf(reader.leads));
    }

    private static final class Reader extends AbstractVisitor {

        private final StringBuilder said = new StringBuilder();
        private final List<Head> heads = new ArrayList<>();
        private final List<Lead> leads = new ArrayList<>();

        @Override
        public void visit(Text text) {
            said.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            said.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            said.append(' ');
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            said.append(' ');
        }

        @Override
        public void visit(Heading heading) {
            heads.add(new Head(heading.getLevel(), aside(heading)));
        }

        @Override
        public void visit(Link link) {
            int from = said.length();
            visitChildren(link);
            leads.add(
                    new Lead(said.substring(from).strip(), link.getDestination().strip()));
        }

        @Override
        public void visit(FencedCodeBlock code) {}

        @Override
        public void visit(IndentedCodeBlock code) {}

        @Override
        public void visit(Paragraph paragraph) {
            line(paragraph);
        }

        @Override
        public void visit(ListItem item) {
            line(item);
        }

        @Override
        public void visit(BlockQuote quote) {
            line(quote);
        }

        @Override
        public void visit(CustomBlock block) {
            line(block);
        }

        private void line(Node node) {
            visitChildren(node);
            if (!said.isEmpty() && said.charAt(said.length() - 1) != '\n') {
                said.append('\n');
            }
        }

        /** What a node says, which is not taken for a sentence. */
        private String aside(Node node) {
            int from = said.length();
            visitChildren(node);
            String text = said.substring(from).strip();
            said.setLength(from);
            return text;
        }
    }
}
