package org.mangrove.core.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.content.Markdown;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.refusal.Refusal;

/** Whatever comes, it becomes a course or a refusal that says what to do; and nothing of it is obeyed. */
class HostileDocumentsTest {

    private static final int MUTATIONS = Boolean.getBoolean("mangrove.long") ? 3_000 : 250;
    private static final byte[] DOCX = WrittenDocuments.docx();
    private static final byte[] PPTX = WrittenDocuments.pptx();

    private final Conversions conversions = new Conversions();

    HostileDocumentsTest() {
        conversions.clock = Clock.systemUTC();
    }

    @Test
    void a_zip_bomb_is_refused_while_it_unpacks() {
        byte[] bomb = with(DOCX, "word/media/image1.png", new byte[60_000_000]);

        assertRefused("a.docx", bomb, "conversion.document.unpacks-too-large");
        assertRefused(
                "a.docx", with(DOCX, "word/document.xml", spaces(15_000_000)), "conversion.document.unpacks-too-large");
    }

    @Test
    void more_parts_than_a_document_has_are_refused() {
        Map<String, byte[]> parts = unzipped(DOCX);
        for (int number = 0; number < 5_001; number++) {
            parts.put("word/media/" + number + ".bin", new byte[] {1});
        }

        assertRefused("a.docx", zipped(parts), "conversion.document.too-many-parts");
    }

    @Test
    void entities_are_refused_and_nobody_is_asked_for_them() throws IOException {
        try (var ear = new ServerSocket(0)) {
            String address = "http://127.0.0.1:" + ear.getLocalPort() + "/secret";
            String external = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"" + address + "\">]>"
                    + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                    + "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";
            byte[] document = with(DOCX, "word/document.xml", external.getBytes(StandardCharsets.UTF_8));
            byte[] laughs = with(
                    PPTX,
                    "ppt/presentation.xml",
                    "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><l>&b;</l>"
                            .getBytes(StandardCharsets.UTF_8));

            assertRefused("a.docx", document, "conversion.document.declares-entities");
            assertRefused("a.pptx", laughs, "conversion.document.declares-entities");
            convert(
                    "a.html",
                    ("<img src='" + address + "'><link rel=stylesheet href='" + address + "'><p>Text <iframe src='"
                                    + address + "'></iframe>")
                            .getBytes(StandardCharsets.UTF_8));
            convert("a.md", ("Text ![x](" + address + ")").getBytes(StandardCharsets.UTF_8));

            ear.setSoTimeout(200);
            assertThatExceptionOfType(java.net.SocketTimeoutException.class).isThrownBy(ear::accept);
        }
    }

    @Test
    void what_goes_too_deep_is_refused() {
        String deep = "<a xmlns=\"x\">".repeat(5_000) + "</a>".repeat(5_000);

        assertRefused(
                "a.docx",
                with(DOCX, "word/document.xml", WrittenDocuments.bytes(deep)),
                "conversion.document.too-deep");
        assertTold("a.html", WrittenDocuments.bytes("<div>".repeat(100_000) + "x"));
        assertTold("a.html", WrittenDocuments.bytes("<ul><li>".repeat(50_000) + "x"));
        assertTold("a.html", WrittenDocuments.bytes("<b><i>".repeat(50_000) + "x"));
        assertTold("a.md", WrittenDocuments.bytes(">".repeat(50_000) + " x"));
        assertTold("a.md", WrittenDocuments.bytes("- ".repeat(20_000) + "x"));
        assertTold("a.md", WrittenDocuments.bytes("[".repeat(50_000) + "x"));
        assertTold("a.md", WrittenDocuments.bytes("*a _".repeat(20_000) + "x"));
        assertTold("a.md", WrittenDocuments.bytes("*".repeat(60_000) + "x" + "*".repeat(60_000)));
    }

    @Test
    void macros_and_embedded_files_are_left_out_and_told() {
        byte[] armed = with(
                with(DOCX, "word/vbaProject.bin", WrittenDocuments.bytes("Sub AutoOpen()")),
                "word/embeddings/oleObject1.bin",
                WrittenDocuments.bytes("MZ"));

        Converted course = convert("a.docx", armed);

        assertThat(course.remarks().stream().map(Remark::loss)).contains(Loss.MACRO, Loss.EMBEDDED);
        assertThat(course.pictures()).hasSize(1);
    }

    @Test
    void a_picture_is_what_it_says_and_small_enough_to_unpack() {
        byte[] huge = WrittenDocuments.png(2);
        huge[16] = 0x00;
        huge[17] = 0x01;
        huge[20] = 0x00;
        huge[21] = 0x01;

        assertThat(pictureOf("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Loss.PICTURE_KIND);
        assertThat(pictureOf("GIF89a".getBytes(StandardCharsets.UTF_8))).isEqualTo(Loss.PICTURE_KIND);
        assertThat(pictureOf(huge)).isEqualTo(Loss.PICTURE_SIZE);
    }

    @Test
    void what_is_not_what_its_name_says_is_refused_with_what_to_do() {
        assertRefused("a.docx", new byte[0], "conversion.document.empty");
        assertRefused("a.docx", WrittenDocuments.bytes("Just text"), "conversion.document.other-than-its-name");
        assertRefused("a.html", DOCX, "conversion.document.other-than-its-name");
        assertRefused("a.docx", PPTX, "conversion.document.other-than-its-name");
        assertRefused("a.pptx", DOCX, "conversion.document.other-than-its-name");
        assertRefused("a.docx", zipped(Map.of("a.txt", new byte[] {1})), "conversion.document.other-than-its-name");
        assertRefused("a.pdf", WrittenDocuments.bytes("%PDF-1.7"), "conversion.document.unknown-format");
        assertRefused("a", WrittenDocuments.bytes("text"), "conversion.document.unknown-format");
        assertRefused("a.md", new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}, "conversion.document.not-utf-8");
        assertRefused("a.md", WrittenDocuments.bytes(" \n\n"), "conversion.document.nothing-in-it");
        byte[] compound = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        assertRefused("a.docx", compound, "conversion.document.locked");
        assertRefused("a.doc", compound, "conversion.document.old-office");
        assertRefused("a.docx", Arrays.copyOf(DOCX, DOCX.length / 2), "conversion.document.broken");
        assertRefused("a.md", spaces(5_000_000), "conversion.document.too-big");
        assertRefused("a.md", WrittenDocuments.bytes("word ".repeat(300_000)), "conversion.document.too-much");
    }

    @Test
    void who_takes_too_long_is_stopped() {
        conversions.clock = new Hasty();

        assertRefused("a.docx", DOCX, "conversion.document.takes-too-long");
        assertRefused("a.html", WrittenDocuments.bytes(WrittenDocuments.HTML), "conversion.document.takes-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.md", "a.html", "a.docx", "a.pptx"})
    void whatever_becomes_of_a_document_it_is_a_course_or_a_refusal(String name) {
        byte[] document = switch (name) {
            case "a.md" -> WrittenDocuments.bytes(WrittenDocuments.MARKDOWN);
            case "a.html" -> WrittenDocuments.bytes(WrittenDocuments.HTML);
            case "a.docx" -> DOCX;
            default -> PPTX;
        };
        var random = new Random(20_261_123);
        int courses = 0;
        for (int number = 0; number < MUTATIONS; number++) {
            byte[] changed =
                    name.endsWith("x") && number % 2 == 0 ? inside(document, random) : changed(document, random);
            courses += assertTold(name, changed) ? 1 : 0;
        }

        assertThat(courses).as("of %s, some are courses", name).isBetween(MUTATIONS / 20, MUTATIONS);
    }

    /** Whether it became a course; and then nothing in it does anything. */
    private boolean assertTold(String name, byte[] document) {
        try {
            Converted course = convert(name, document);
            course.blocks().stream()
                    .filter(block -> block.kind() == BlockKind.TEXT || block.kind() == BlockKind.CALLOUT)
                    .forEach(block -> assertThat(Markdown.toHtml(ConversionsTest.said(block, "body")))
                            .doesNotContainPattern(
                                    "(?i)<script|<iframe|<img|<svg|\\son\\w+=\"|href=\"(?!https?:|mailto:)"));
            assertThat(course.blocks().stream().map(block -> block.id())).doesNotHaveDuplicates();
            return true;
        } catch (Refusal.Invalid refused) {
            assertThat(refused.reason().key()).startsWith("conversion.document.");
            return false;
        }
    }

    private Loss pictureOf(byte[] bytes) {
        return Picture.judge(bytes) instanceof Picture.Judged.Refused(Loss why) ? why : Loss.SCRIPT;
    }

    private Converted convert(String name, byte[] document) {
        return conversions.convert(name, document, new LanguageChoice(Optional.empty(), List.of(), Locale.ENGLISH));
    }

    private void assertRefused(String name, byte[] document, String key) {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> convert(name, document))
                .satisfies(refused -> assertThat(refused.reason().key()).isEqualTo(key));
    }

    /** Five seconds later each time it is asked. */
    private static final class Hasty extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            now = now.plusSeconds(5);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Some bytes of it are others, twice, or gone. */
    private static byte[] changed(byte[] document, Random random) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(document);
        byte[] changed = bytes.toByteArray();
        for (int time = random.nextInt(4); time >= 0; time--) {
            int at = random.nextInt(changed.length);
            int end = Math.min(changed.length, at + random.nextInt(40));
            changed = switch (random.nextInt(3)) {
                case 0 -> {
                    changed[at] = (byte) random.nextInt(256);
                    yield changed;
                }
                case 1 -> joined(Arrays.copyOf(changed, at), Arrays.copyOfRange(changed, end, changed.length));
                default -> joined(Arrays.copyOf(changed, end), Arrays.copyOfRange(changed, at, changed.length));
            };
        }
        return changed;
    }

    /** The zip stays whole, and one of its parts does not. */
    private static byte[] inside(byte[] document, Random random) {
        Map<String, byte[]> parts = unzipped(document);
        String name = parts.keySet().stream()
                .skip(random.nextInt(parts.size()))
                .findFirst()
                .orElseThrow();
        if (random.nextInt(8) == 0) {
            parts.remove(name);
        } else {
            String text = new String(parts.get(name), StandardCharsets.ISO_8859_1);
            String[] tags = text.split("(?=<)");
            int one = random.nextInt(tags.length);
            int other = random.nextInt(tags.length);
            String kept = tags[one];
            tags[one] = random.nextBoolean()
                    ? tags[other].replaceAll("=\"[^\"]*\"", "=\"" + random.nextInt(99) + "\"")
                    : "";
            tags[other] = random.nextBoolean() ? kept : tags[other];
            parts.put(name, String.join("", tags).getBytes(StandardCharsets.ISO_8859_1));
        }
        return zipped(parts);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] spaces(int count) {
        var spaces = new byte[count];
        Arrays.fill(spaces, (byte) ' ');
        return spaces;
    }

    private static byte[] with(byte[] zip, String name, byte[] part) {
        Map<String, byte[]> parts = unzipped(zip);
        parts.put(name, part);
        return zipped(parts);
    }

    private static Map<String, byte[]> unzipped(byte[] zip) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                parts.put(entry.getName(), stream.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return parts;
    }

    private static byte[] zipped(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
