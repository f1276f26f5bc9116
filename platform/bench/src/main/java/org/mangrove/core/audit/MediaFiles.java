package org.mangrove.core.audit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.mangrove.core.blobs.MediaType;

/** Makes files of each kind: whole ones, odd ones that are whole all the same, and broken ones. */
final class MediaFiles {

    static final List<MediaType> KINDS = List.of(
            MediaType.PNG,
            MediaType.JPEG,
            MediaType.SVG,
            MediaType.WEBVTT,
            MediaType.MP4,
            MediaType.WEBM,
            MediaType.MP3,
            MediaType.WEBP);

    /** At 128 kbit/s and 44.1 kHz. */
    private static final int MP3_FRAME = 417;

    private final SplittableRandom random;

    MediaFiles(SplittableRandom random) {
        this.random = random;
    }

    record Made(MediaType type, byte[] bytes) {}

    Made whole() {
        MediaType type = KINDS.get(random.nextInt(KINDS.size()));
        return new Made(type, whole(type));
    }

    private byte[] whole(MediaType type) {
        return switch (type) {
            case PNG -> picture("png", random.nextInt(16, 64), random.nextInt(16, 64));
            case JPEG -> picture("jpg", random.nextInt(16, 64), random.nextInt(16, 64));
            case SVG -> svg();
            case WEBVTT -> ("WEBVTT\n\n" + cues(random.nextInt(2, 9))).getBytes(StandardCharsets.UTF_8);
            case MP4 -> joined(ftyp(), box("moov", noise(200)), box("mdat", noise(2_000)));
            case WEBM -> webm(false);
            case MP3 -> mp3(random.nextInt(3, 12));
            case WEBP -> webp();
        };
    }

    /** Whole, though it looks as if it were not. */
    Made odd() {
        return switch (random.nextInt(9)) {
            case 0 -> new Made(MediaType.PNG, picture("png", 1, 1));
            case 1 -> new Made(MediaType.JPEG, joined(picture("jpg", 20, 20), noise(40)));
            case 2 ->
                new Made(
                        MediaType.WEBVTT,
                        ("\uFEFFWEBVTT - " + number()
                                        + "\r\nKind: captions\r\n\r\nNOTE\r\nnot --> a cue\r\n\r\nSTYLE\r\n::cue { color: lime }"
                                        + "\r\n\r\n1\r\n00:01.000 --> 00:02.000 align:start\r\nA\r\n")
                                .getBytes(StandardCharsets.UTF_8));
            case 3 -> new Made(MediaType.MP4, joined(ftyp(), toTheEnd(box("free", new byte[0]), noise(900))));
            case 4 -> new Made(MediaType.MP4, joined(ftyp(), longBox("mdat", noise(900)), box("moov", noise(100))));
            case 5 -> new Made(MediaType.WEBM, webm(true));
            case 6 ->
                new Made(MediaType.MP3, joined(id3(), mp3(1), "TAG".getBytes(StandardCharsets.US_ASCII), noise(125)));
            case 7 ->
                new Made(
                        MediaType.SVG,
                        ("<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
                                        + "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg xmlns=\"http://www.w3.org/2000/svg\"><title>"
                                        + number() + "</title></svg>")
                                .getBytes(StandardCharsets.UTF_8));
            default -> new Made(MediaType.WEBP, joined(webp(), noise(3)));
        };
    }

    /** Begins as it should, and is broken: what was taken in once was let in by its first bytes. */
    Made broken() {
        MediaType type = KINDS.get(random.nextInt(KINDS.size()));
        byte[] whole = whole(type);
        if (type == MediaType.WEBVTT) {
            String text = "WEBVTT\n\n" + cues(3);
            String broken = switch (random.nextInt(3)) {
                case 0 -> text.replaceFirst("\\.(\\d{3}) -->", ",$1 -->");
                case 1 -> text.replaceFirst("-->", "->");
                default -> text.substring(0, text.lastIndexOf("-->") + 6);
            };
            return new Made(type, broken.getBytes(StandardCharsets.UTF_8));
        }
        if (type == MediaType.PNG && random.nextBoolean()) {
            whole[whole.length - 20] ^= 0x55;
            return new Made(type, whole);
        }
        int head = Math.min(whole.length - 4, 40);
        int cut = random.nextInt(head, whole.length - 3);
        if (type == MediaType.MP3 && cut % MP3_FRAME == 0) {
            // Between two frames nobody can see that there were more.
            cut--;
        }
        return new Made(type, Arrays.copyOf(whole, cut));
    }

    private String cues(int count) {
        var cues = new StringBuilder();
        for (int at = 0; at < count; at++) {
            cues.append("00:00:%02d.000 --> 00:00:%02d.500%nSaid: %d%n%n".formatted(at * 2, at * 2 + 1, number()));
        }
        return cues.toString();
    }

    private int number() {
        return random.nextInt(1_000_000_000);
    }

    private byte[] svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 90\"><g><circle r=\"%d\"/><text>%d</text></g></svg>"
                .formatted(random.nextInt(40), number())
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawn = image.createGraphics();
        for (int at = 0; at < 12; at++) {
            drawn.setColor(new Color(random.nextInt(0x1000000)));
            drawn.fillRect(random.nextInt(width), random.nextInt(height), width, random.nextInt(height) + 1);
        }
        drawn.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] ftyp() {
        return box("ftyp", "isom\0\0\2\0isomiso2".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] box(String kind, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(kind.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static byte[] longBox(String kind, byte[] content) {
        return ByteBuffer.allocate(16 + content.length)
                .putInt(1)
                .put(kind.getBytes(StandardCharsets.US_ASCII))
                .putLong(16L + content.length)
                .put(content)
                .array();
    }

    /** The last box says that it goes to the end. */
    private byte[] toTheEnd(byte[] before, byte[] content) {
        byte[] last = box("mdat", content);
        Arrays.fill(last, 0, 4, (byte) 0);
        return joined(before, box("moov", noise(60)), last);
    }

    private byte[] webm(boolean streamed) {
        byte[] tracks = element(new int[] {0x16, 0x54, 0xAE, 0x6B}, noise(60));
        byte[] cluster = element(new int[] {0x1F, 0x43, 0xB6, 0x75}, noise(800));
        byte[] head = element(new int[] {0x1A, 0x45, 0xDF, 0xA3}, noise(20));
        byte[] content = joined(tracks, cluster);
        byte[] segment = element(new int[] {0x18, 0x53, 0x80, 0x67}, content);
        if (streamed) {
            Arrays.fill(segment, 5, 8, (byte) 0xFF);
            segment[4] = 0x1F;
        }
        return joined(head, segment);
    }

    /** With a size of four bytes. */
    private static byte[] element(int[] id, byte[] content) {
        var bytes = ByteBuffer.allocate(8 + content.length);
        for (int each : id) {
            bytes.put((byte) each);
        }
        return bytes.putInt(0x10000000 | content.length).put(content).array();
    }

    private byte[] mp3(int frames) {
        byte[] sound = new byte[0];
        for (int at = 0; at < frames; at++) {
            byte[] frame = noise(MP3_FRAME);
            frame[0] = (byte) 0xFF;
            frame[1] = (byte) 0xFB;
            frame[2] = (byte) 0x90;
            frame[3] = 0x64;
            sound = joined(sound, frame);
        }
        return sound;
    }

    private byte[] id3() {
        return joined("ID3\3\0\0\0\0\0\24".getBytes(StandardCharsets.ISO_8859_1), noise(20));
    }

    private byte[] webp() {
        byte[] picture = noise(300);
        return ByteBuffer.allocate(320)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(312)
                .put("WEBPVP8 ".getBytes(StandardCharsets.US_ASCII))
                .putInt(300)
                .put(picture)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
