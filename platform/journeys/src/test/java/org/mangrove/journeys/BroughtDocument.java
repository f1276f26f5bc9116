package org.mangrove.journeys;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** A document that an author brings, and the draft that it becomes. */
record BroughtDocument(Visitor author, String core) {

    static final byte[] MARKDOWN = "# Night shifts\n\nSleep first.\n".getBytes(StandardCharsets.UTF_8);

    private static final byte[] PICTURE = picture();

    private static final String HTML = """
            <html lang="de"><head><title>Gabelstapler</title><script>steal()</script></head><body>
            <h1>Vor der Fahrt</h1><p>Pr&uuml;fen Sie <b>jeden Morgen</b> die Bremse. <a href="javascript:x()">Mehr</a></p>
            <h2>Hupe</h2><ul><li>laut</li><li>gleich</li></ul><img src="data:image/png;base64,%s">
            <table><tr><th>Stapler</th><th>Last</th></tr><tr><td>Rot</td><td>2 t</td></tr></table>
            <h1>Nach der Fahrt</h1><p onclick="x()">Schl&uuml;ssel abgeben.</p></body></html>
            """.formatted(Base64.getEncoder().encodeToString(PICTURE));

    /** @return the id of the draft */
    String bring() {
        return bring("stapler.html", HTML.getBytes(StandardCharsets.UTF_8));
    }

    String bring(String fileName, byte[] document) {
        author.go(core + "/masters/import");
        return idOf(author.bring(core + "/masters/import", fileName, document));
    }

    static String idOf(Answer shown) {
        return shown.address().getPath().replaceFirst(".*/", "");
    }

    /** One to which nothing is missing. */
    String complete() {
        String draft = bring();
        answer(draft, answers("a-course-of-a-document"));
        return draft;
    }

    Answer answer(String draft, Map<String, List<String>> fields) {
        author.go(core + "/masters/import/" + draft);
        return author.submit(core + "/masters/import/" + draft, fields);
    }

    static Map<String, List<String>> answers(String key) {
        var answers = new HashMap<String, List<String>>();
        answers.put("title", List.of("Gabelstapler"));
        answers.put("summary", List.of("Vor und nach der Fahrt"));
        answers.put("key", List.of(key));
        answers.put("category", List.of("safety"));
        answers.put("minutes", List.of("5"));
        answers.put("objective", List.of("Drive safely"));
        answers.put("owner", List.of("Safety"));
        answers.put("steward", List.of("Design"));
        answers.put(
                "reviewDue",
                List.of(LocalDate.now(ZoneOffset.UTC).plusMonths(12).toString()));
        answers.put("licence", List.of("own-work"));
        answers.put("source", List.of("Drawn for this test"));
        answers.put("alt.picture-" + pictureDigest().substring(0, 8), List.of("Ein schwarzes Quadrat"));
        return answers;
    }

    static String pictureDigest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PICTURE));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** As Word writes one, but with nothing in it that is not needed. */
    static byte[] word(String... paragraphs) {
        var body = new StringBuilder();
        for (String paragraph : paragraphs) {
            body.append("<w:p><w:r><w:t>").append(paragraph).append("</w:t></w:r></w:p>");
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", """
                    <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/word/document.xml"
                    ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            put(zip, "_rels/.rels", """
                    <?xml version="1.0"?><Relationships
                    xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
                    Target="word/document.xml"/></Relationships>""");
            put(
                    zip,
                    "word/document.xml",
                    "<?xml version=\"1.0\"?><w:document"
                            + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + body
                            + "</w:body></w:document>");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
