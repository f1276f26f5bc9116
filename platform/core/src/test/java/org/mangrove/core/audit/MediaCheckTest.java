package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.audit.SampleAsset.inventory;
import static org.mangrove.core.audit.SampleAsset.named;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.audit.Evidence.FileFails;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;

class MediaCheckTest {

    private static final Path COURSES = Path.of("../demonstration/src/main/resources/demonstration");

    static Stream<Path> files_of_the_demonstration() throws IOException {
        try (Stream<Path> all = Files.walk(COURSES)) {
            return all.filter(file -> MediaType.ofFile(file.toString()).isPresent()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files_of_the_demonstration")
    void what_courses_show_is_whole_and_not_when_its_end_is_missing(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        MediaType type = MediaType.ofFile(file.toString()).orElseThrow();

        assertThat(look(type, bytes)).isEqualTo(new MediaState.Whole());
        if (type != MediaType.WEBVTT && type != MediaType.CSV) {
            assertThat(look(type, Arrays.copyOf(bytes, bytes.length * 2 / 3))).isInstanceOf(MediaState.Broken.class);
        }
    }

    @Test
    void a_sound_of_pages_is_summed_up_to_its_end() {
        byte[] whole = OggPages.sound(3);

        assertThat(look(MediaType.OGG, whole)).isEqualTo(new MediaState.Whole());
        assertThat(look(MediaType.OGG, Arrays.copyOf(whole, whole.length - 1))).isInstanceOf(MediaState.Broken.class);
        byte[] damaged = whole.clone();
        damaged[damaged.length - 1]++;
        assertThat(look(MediaType.OGG, damaged)).isEqualTo(MediaState.broken(MediaFault.DAMAGED));
    }

    @Test
    void a_document_has_an_end() {
        byte[] pdf = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(look(MediaType.PDF, pdf)).isEqualTo(new MediaState.Whole());
        assertThat(look(MediaType.PDF, Arrays.copyOf(pdf, pdf.length - 4)))
                .isEqualTo(MediaState.broken(MediaFault.CUT_OFF));
        assertThat(look(MediaType.CSV, new byte[] {'a', (byte) 0xff})).isInstanceOf(MediaState.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void a_picture_is_decoded_to_its_end(String format) throws IOException {
        byte[] whole = picture(format);
        MediaType type = MediaType.ofFile("a." + format).orElseThrow();

        assertThat(look(type, whole)).isEqualTo(new MediaState.Whole());
        assertThat(look(type, Arrays.copyOf(whole, whole.length + 30))).isEqualTo(new MediaState.Whole());
        for (int cut = 1; cut < whole.length; cut += 7) {
            assertThat(look(type, Arrays.copyOf(whole, whole.length - cut))).isInstanceOf(MediaState.Broken.class);
        }
    }

    @Test
    void a_bit_that_has_turned_in_a_picture_is_seen() throws IOException {
        byte[] turned = picture("png");
        turned[turned.length - 20] ^= 1;

        assertThat(look(MediaType.PNG, turned)).isEqualTo(MediaState.broken(MediaFault.UNREADABLE));
    }

    @Test
    void a_picture_that_would_fill_the_memory_is_not_decoded() {
        byte[] head = ByteBuffer.allocate(13)
                .putInt(60_000)
                .putInt(60_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] bomb = joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", head),
                chunk("IDAT", new byte[] {1}),
                chunk("IEND", new byte[0]));

        assertThat(look(MediaType.PNG, bomb)).isEqualTo(new MediaState.TooLarge());
    }

    @Test
    void a_drawing_is_read_and_nothing_that_it_names_is_fetched() {
        assertThat(look(MediaType.SVG, text("<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>")))
                .isEqualTo(new MediaState.Whole());
        assertThat(look(MediaType.SVG, text("<svg xmlns=\"http://www.w3.org/2000/svg\"><g>")))
                .isInstanceOf(MediaState.Broken.class);
        assertThat(look(
                        MediaType.SVG,
                        "<?xml version='1.0' encoding='ISO-8859-1'?><svg><title>Tür</title></svg>"
                                .getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new MediaState.Whole());
        assertThat(look(MediaType.SVG, text("<html/>"))).isInstanceOf(MediaState.Broken.class);
        assertThat(look(
                        MediaType.SVG,
                        text("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg><text>&x;</text></svg>")))
                .isInstanceOf(MediaState.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WEBVTT\n\n00:01.000 --> 00:02.000\nA\n",
                "\uFEFFWEBVTT - a film\r\nKind: captions\r\n\r\nNOTE\r\nnot --> a cue\r\n\r\n1\r\n01:00:01.000 --> 01:00:02.000 line:0\r\nA\r\n",
                "WEBVTT\n\nSTYLE\n::cue {}\n\n\n00:01.000 --> 00:02.000\nA\n\n00:01.000 --> 00:03.000\nB"
            })
    void captions_are_read(String captions) {
        assertThat(look(MediaType.WEBVTT, text(captions))).isEqualTo(new MediaState.Whole());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WEBVTT",
                "WEBVTTX\n\n00:01.000 --> 00:02.000\nA\n",
                "WEBVTT\n\n00:01,000 --> 00:02,000\nA\n",
                "WEBVTT\n\n00:01.000 -> 00:02.000\nA\n",
                "WEBVTT\n\n00:02.000 --> 00:01.000\nA\n",
                "WEBVTT\n\n00:05.000 --> 00:06.000\nA\n\n00:01.000 --> 00:02.000\nB\n",
                "WEBVTT\n\n00:01.000 --> 00:02.000\nA\n\n00:03.000 --> 00",
                "WEBVTT\n\n00:01.000 --> 00:02.000"
            })
    void captions_that_a_browser_would_leave_out_are_broken(String captions) {
        assertThat(look(MediaType.WEBVTT, text(captions))).isInstanceOf(MediaState.Broken.class);
    }

    @Test
    void a_film_has_a_head_and_something_in_it_in_whatever_order() {
        byte[] type = box("ftyp", text("isom0000"));
        byte[] head = box("moov", new byte[40]);
        byte[] film = box("mdat", new byte[400]);
        byte[] toTheEnd = film.clone();
        Arrays.fill(toTheEnd, 0, 4, (byte) 0);

        assertThat(look(MediaType.MP4, joined(type, head, film))).isEqualTo(new MediaState.Whole());
        assertThat(look(MediaType.MP4, joined(type, film, head))).isEqualTo(new MediaState.Whole());
        assertThat(look(MediaType.MP4, joined(type, head, toTheEnd))).isEqualTo(new MediaState.Whole());
        assertThat(look(MediaType.MP4, joined(type, film))).isEqualTo(MediaState.broken(MediaFault.CUT_OFF));
        assertThat(look(MediaType.MP4, Arrays.copyOf(joined(type, head, film), 300)))
                .isEqualTo(MediaState.broken(MediaFault.CUT_OFF));
        assertThat(look(MediaType.MP4, joined(head, film))).isEqualTo(MediaState.broken(MediaFault.UNREADABLE));
    }

    @Test
    void a_sound_is_frame_after_frame() {
        byte[] frame = new byte[417];
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0x64}, 0, frame, 0, 4);
        byte[] tag = joined(text("ID3\3\0\0\0\0\0\5"), new byte[5]);

        assertThat(look(MediaType.MP3, joined(tag, frame, frame))).isEqualTo(new MediaState.Whole());
        assertThat(look(MediaType.MP3, Arrays.copyOf(joined(frame, frame), 800)))
                .isEqualTo(MediaState.broken(MediaFault.CUT_OFF));
        assertThat(look(MediaType.MP3, joined(frame, text("what is this"))))
                .isEqualTo(MediaState.broken(MediaFault.UNREADABLE));
        assertThat(look(MediaType.MP3, tag)).isEqualTo(MediaState.broken(MediaFault.CUT_OFF));
    }

    @Test
    void a_picture_of_the_web_says_how_long_it_is() {
        byte[] whole = ByteBuffer.allocate(60)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(text("RIFF"))
                .putInt(52)
                .put(text("WEBPVP8L"))
                .putInt(40)
                .array();

        assertThat(look(MediaType.WEBP, whole)).isEqualTo(new MediaState.Whole());
        assertThat(look(MediaType.WEBP, Arrays.copyOf(whole, 50))).isEqualTo(MediaState.broken(MediaFault.CUT_OFF));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothing_and_noise_are_broken_whatever_they_are_called(MediaType type) {
        assertThat(look(type, new byte[0])).isEqualTo(MediaState.broken(MediaFault.EMPTY));
        for (int seed = 0; seed < 200; seed++) {
            byte[] noise = new byte[1 + seed];
            new Random(seed).nextBytes(noise);
            assertThat(look(type, noise)).isInstanceOf(MediaState.Broken.class);
        }
    }

    /** All but CSV, for which every text is whole. */
    static Stream<MediaType> kinds() {
        return Stream.of(MediaType.values()).filter(type -> type != MediaType.CSV);
    }

    @Test
    void tells_where_a_broken_file_is_shown_and_opens_each_only_once() throws InterruptedException {
        Digest digest = Digest.of(text("a"));
        var file = new AuditedMedia("b1", digest, MediaType.PNG, Fact.none());
        var again = new AuditedMedia("b2", digest, MediaType.PNG, Fact.none());
        int[] opened = {0};
        MediaProbe probe = (which, type) -> {
            opened[0]++;
            return MediaState.broken(MediaFault.MISSING);
        };

        Detection found = new BrokenMedia(probe)
                .look(inventory(
                        named("a").shows(file, again).asset(),
                        named("b").shows(file).asset(),
                        named("c").asset()));

        assertThat(found.findings()).extracting(Finding::subjects).containsExactly(List.of("a"), List.of("b"));
        assertThat(found.findings().getFirst().evidence())
                .containsExactly(new FileFails(digest, List.of("b1", "b2"), MediaFault.MISSING));
        assertThat(opened[0]).isEqualTo(1);
    }

    private static MediaState look(MediaType type, byte[] bytes) {
        return MediaCheck.of(type, ByteBuffer.wrap(bytes));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] box(String kind, byte[] content) {
        return joined(ByteBuffer.allocate(4).putInt(8 + content.length).array(), text(kind), content);
    }

    private static byte[] chunk(String kind, byte[] content) {
        byte[] counted = joined(text(kind), content);
        var sum = new CRC32();
        sum.update(counted);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                counted,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] picture(String format) throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 1_200; at++) {
            image.setRGB(at % 40, at / 40, at * 7_919);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
