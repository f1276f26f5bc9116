package org.mangrove.core.content;

import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Turns an author's Markdown into HTML that can do no harm: HTML in it is shown, not obeyed; links lead to the web or to a
 * mailbox only; images are blocks of their own, so of one in a text only the words are left.
 */
public final class Markdown {

    /** The page's title, the section's and the block's heading stand above headings within a text. */
    private static final int LEVELS_ABOVE = 3;

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new WebAndMail())
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (tag.equals("a")) {
                    attributes.put("rel", "noopener noreferrer");
                }
            })
            .build();

    private Markdown() {}

    public static String toHtml(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new Tamer());
        return RENDERER.render(document);
    }

    private static final class Tamer extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(6, heading.getLevel() + LEVELS_ABOVE));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            while (image.getFirstChild() != null) {
                image.insertBefore(image.getFirstChild());
            }
            image.unlink();
        }
    }

    private static final class WebAndMail implements UrlSanitizer {

        private static final List<String> ALLOWED = List.of("https://", "http://", "mailto:");

        @Override
        public String sanitizeLinkUrl(String url) {
            String start = url.strip().toLowerCase(Locale.ROOT);
            return ALLOWED.stream().anyMatch(start::startsWith) ? url.strip() : "";
        }

        @Override
        public String sanitizeImageUrl(String url) {
            return "";
        }
    }
}
