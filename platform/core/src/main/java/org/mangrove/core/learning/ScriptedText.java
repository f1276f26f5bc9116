package org.mangrove.core.learning;

import com.ibm.icu.util.ULocale;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

/**
 * Writes lines of text in any of our scripts on a page of a PDF. The JDK shapes and orders the letters, which are drawn as
 * outlines; what they say goes along as actual text, so that it can be searched, copied and read aloud.
 */
final class ScriptedText {

    /** The first font that has a sign draws it. */
    private static final List<Font> FONTS =
            List.of(font("noto-sans-latin.ttf"), font("noto-naskh-arabic.ttf"), font("noto-sans-japanese.otf"));

    private static final FontRenderContext CONTEXT = new FontRenderContext(new AffineTransform(), true, true);
    private static final float SMALLER = 0.94f;
    private static final float SMALLEST = 7;

    private final PDPageContentStream content;
    private final boolean rightToLeft;
    private final float pageWidth;

    ScriptedText(PDPageContentStream content, Locale language, float pageWidth) {
        this.content = content;
        this.rightToLeft = ULocale.forLocale(language).isRightToLeft();
        this.pageWidth = pageWidth;
    }

    /** Whether some font has a form for each sign. */
    static boolean canWrite(String text) {
        return text.codePoints().allMatch(sign -> FONTS.stream().anyMatch(font -> font.canDisplay(sign)));
    }

    /** One line in the middle of the page, made smaller if it is wider than {@code width}. */
    void line(String text, float size, Color colour, float baseline, float width) throws IOException {
        if (text.isBlank()) {
            return;
        }
        float fitting = size;
        TextLayout layout = layout(text, fitting);
        while (layout.getAdvance() > width && fitting > SMALLEST) {
            fitting *= SMALLER;
            layout = layout(text, fitting);
        }
        var actual = new COSDictionary();
        actual.setString(COSName.ACTUAL_TEXT, text);
        content.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(actual));
        content.setNonStrokingColor(colour);
        var place = new AffineTransform(1, 0, 0, -1, (pageWidth - layout.getAdvance()) / 2, baseline);
        fill(layout.getOutline(place));
        content.endMarkedContent();
    }

    private TextLayout layout(String text, float size) {
        var styled = new AttributedString(text);
        styled.addAttribute(
                TextAttribute.RUN_DIRECTION,
                rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        int start = 0;
        while (start < text.length()) {
            Font font = fontFor(text.codePointAt(start));
            int end = start;
            while (end < text.length() && belongs(font, text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            end = Math.max(end, start + Character.charCount(text.codePointAt(start)));
            styled.addAttribute(TextAttribute.FONT, font.deriveFont(size), start, end);
            start = end;
        }
        return new TextLayout(styled.getIterator(), CONTEXT);
    }

    /** Spaces and signs without a form of their own stay with what is before them. */
    private static boolean belongs(Font font, int sign) {
        return fontFor(sign).equals(font)
                || Character.getType(sign) == Character.FORMAT
                || sign == ' ' && font.canDisplay(sign);
    }

    private static Font fontFor(int sign) {
        return FONTS.stream().filter(font -> font.canDisplay(sign)).findFirst().orElse(FONTS.getFirst());
    }

    private void fill(Shape shape) throws IOException {
        var at = new float[6];
        float x = 0;
        float y = 0;
        boolean any = false;
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            any = true;
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    content.moveTo(at[0], at[1]);
                    x = at[0];
                    y = at[1];
                }
                case PathIterator.SEG_LINETO -> {
                    content.lineTo(at[0], at[1]);
                    x = at[0];
                    y = at[1];
                }
                case PathIterator.SEG_QUADTO -> {
                    content.curveTo(
                            x + (at[0] - x) * 2 / 3,
                            y + (at[1] - y) * 2 / 3,
                            at[2] + (at[0] - at[2]) * 2 / 3,
                            at[3] + (at[1] - at[3]) * 2 / 3,
                            at[2],
                            at[3]);
                    x = at[2];
                    y = at[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    content.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                    x = at[4];
                    y = at[5];
                }
                default -> content.closePath();
            }
        }
        if (any) {
            content.fill();
        }
    }

    private static Font font(String file) {
        try (InputStream in = ScriptedText.class.getResourceAsStream("fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The font " + file + " is not packed");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (FontFormatException broken) {
            throw new IllegalStateException("The font " + file + " is broken", broken);
        }
    }
}
