package org.mangrove.core.conversion;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Documents as people have them, written by the libraries that write them. */
final class WrittenDocuments {

    static final String MARKDOWN = """
            ---
            title: Lift trucks
            lang: en-GB
            description: How to drive one.
            ---
            # Before you start

            Look *around* and **check** the [manual](https://example.org/manual).

            1. Brakes
            2. Horn
               - loud
               - at once

            ## Weight

            | Truck | Limit |
            |---|---|
            | Red | 2 t |
            | Blue | 3 t |

            ![A truck](truck.png)

            # On the way

            > Slowly.

            <script>alert(1)</script>

            See [this](javascript:alert(1)) and <b onclick="x()">that</b>.
            """;

    static final String HTML = """
            <!doctype html><html lang="de"><head><title>Gabelstapler</title><style>p{}</style>
            <script>steal()</script></head><body onload="x()">
            <nav><a href="/">Start</a></nav>
            <h1>Gabelstapler</h1>
            <p>Nur wer <strong>unterwiesen</strong> ist, f&auml;hrt. <a href="javascript:x()">Mehr</a></p>
            <h2>Pr&uuml;fen</h2>
            <ul><li>Bremse<ul><li>vorn</li></ul></li><li>Hupe</li></ul>
            <iframe src="https://evil.example"></iframe>
            <figure><img alt="Ein Stapler" src="data:image/png;base64,%s"><figcaption>Rot</figcaption></figure>
            <h2>Fahren</h2><p>Langsam.<br>Immer.</p>
            <pre>a  b
            c</pre>
            <svg onload="x()"><script>y()</script></svg>
            <img src="https://tracker.example/pixel.gif" alt="Pixel">
            </body></html>
            """.formatted(java.util.Base64.getEncoder().encodeToString(png(3)));

    private WrittenDocuments() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] png(int side) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] docx() {
        try (var word = new XWPFDocument()) {
            var styles = word.createStyles();
            for (int level = 1; level <= 3; level++) {
                var style = CTStyle.Factory.newInstance();
                style.setStyleId("berschrift" + level);
                style.addNewName().setVal("heading " + level);
                styles.addStyle(new XWPFStyle(style));
            }
            var title = CTStyle.Factory.newInstance();
            title.setStyleId("Titel");
            title.addNewName().setVal("Title");
            styles.addStyle(new XWPFStyle(title));
            word.getProperties().getCoreProperties().setTitle("Dokument1");
            word.getProperties().getCoreProperties().getUnderlyingProperties().setLanguageProperty("de-DE");

            paragraph(word, "Titel", "Sicher im Lager");
            paragraph(word, "berschrift1", "Vor der Schicht");
            XWPFParagraph text = word.createParagraph();
            text.createRun().setText("Prüfe ");
            XWPFRun bold = text.createRun();
            bold.setBold(true);
            bold.setText("jeden Morgen ");
            XWPFRun bolder = text.createRun();
            bolder.setBold(true);
            bolder.setText("die Bremse");
            text.createRun().setText(".");
            text.createHyperlinkRun("https://example.org/bremse").setText(" Mehr");
            BigInteger bullets = numbering(word, STNumberFormat.BULLET);
            item(word, bullets, 0, "vorn");
            item(word, bullets, 1, "links");
            item(word, bullets, 0, "hinten");
            paragraph(word, "berschrift2", "Lasten");
            XWPFTable table = word.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Stapler");
            table.getRow(0).getCell(1).setText("Last");
            table.getRow(1).getCell(0).setText("Rot");
            table.getRow(1).getCell(1).setText("2 t");
            XWPFRun picture = word.createParagraph().createRun();
            picture.addPicture(
                    new ByteArrayInputStream(png(4)),
                    Document.PICTURE_TYPE_PNG,
                    "rot.png",
                    Units.toEMU(4),
                    Units.toEMU(4));
            picture.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr("Der rote Stapler");
            paragraph(word, "berschrift1", "Nach der Schicht");
            paragraph(word, "", "Schlüssel abgeben.");
            word.createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Vertraulich");
            return written(word::write);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] pptx() {
        try (var show = new XMLSlideShow()) {
            show.getProperties().getCoreProperties().getUnderlyingProperties().setLanguageProperty("en");
            XSLFSlide first = show.createSlide(show.findLayout("Title Slide"));
            first.getPlaceholder(0).setText("Lift trucks");
            first.getPlaceholder(1).setText("A short course");
            XSLFSlide second = show.createSlide(show.findLayout("Title and Content"));
            second.getPlaceholder(0).setText("Before you start");
            XSLFTextShape body = second.getPlaceholder(1);
            body.clearText();
            body.addNewTextParagraph().addNewTextRun().setText("Brakes");
            var deeper = body.addNewTextParagraph();
            deeper.setIndentLevel(1);
            deeper.addNewTextRun().setText("front");
            XSLFNotes notes = show.getNotesSlide(second);
            for (XSLFTextShape shape : notes.getPlaceholders()) {
                if (shape.getTextType() == org.apache.poi.sl.usermodel.Placeholder.BODY) {
                    shape.setText("Show them the brakes.");
                }
            }
            XSLFSlide third = show.createSlide(show.findLayout("Title Only"));
            third.getPlaceholder(0).setText("On the way");
            box(third, 300, "Below");
            box(third, 150, "Above");
            XSLFPictureShape picture = third.createPicture(show.addPicture(png(5), PictureData.PictureType.PNG));
            picture.setAnchor(new Rectangle(10, 400, 50, 50));
            XSLFSlide hidden = show.createSlide();
            hidden.setHidden(true);
            return written(show::write);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void box(XSLFSlide slide, int top, String text) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle(10, top, 300, 50));
        box.setText(text);
    }

    private static void paragraph(XWPFDocument word, String style, String text) {
        XWPFParagraph paragraph = word.createParagraph();
        Optional.of(style).filter(id -> !id.isEmpty()).ifPresent(paragraph::setStyle);
        paragraph.createRun().setText(text);
    }

    private static BigInteger numbering(XWPFDocument word, STNumberFormat.Enum format) {
        XWPFNumbering numbering = word.createNumbering();
        var definition = CTAbstractNum.Factory.newInstance();
        definition.setAbstractNumId(BigInteger.ONE);
        for (int depth = 0; depth < 2; depth++) {
            CTLvl level = definition.addNewLvl();
            level.setIlvl(BigInteger.valueOf(depth));
            level.addNewNumFmt().setVal(format);
        }
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(definition)));
    }

    private static void item(XWPFDocument word, BigInteger numbering, int depth, String text) {
        XWPFParagraph item = word.createParagraph();
        item.setNumID(numbering);
        item.setNumILvl(BigInteger.valueOf(depth));
        item.createRun().setText(text);
    }

    private interface Writes {
        void to(ByteArrayOutputStream bytes) throws IOException;
    }

    private static byte[] written(Writes document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.to(bytes);
        return bytes.toByteArray();
    }
}
