package org.mangrove.core.blobs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of files that are taken in and given out. What is not listed here is refused. */
public enum MediaType {
    PNG("image/png", List.of("png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Use.PICTURE),
    JPEG("image/jpeg", List.of("jpg", "jpeg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, Use.PICTURE),
    WEBP("image/webp", List.of("webp"), new byte[] {'R', 'I', 'F', 'F'}, Use.PICTURE),
    SVG("image/svg+xml", List.of("svg"), new byte[0], Use.PICTURE),
    WEBM("video/webm", List.of("webm"), new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3}, Use.FILM),
    MP4("video/mp4", List.of("mp4"), new byte[0], Use.FILM),
    WEBVTT("text/vtt", List.of("vtt"), "WEBVTT".getBytes(StandardCharsets.US_ASCII), Use.CAPTIONS),
    MP3("audio/mpeg", List.of("mp3"), new byte[0], Use.SOUND),
    OGG("audio/ogg", List.of("ogg", "oga", "opus"), "OggS".getBytes(StandardCharsets.US_ASCII), Use.SOUND),
    M4A("audio/mp4", List.of("m4a"), new byte[0], Use.SOUND),
    PDF("application/pdf", List.of("pdf"), "%PDF-".getBytes(StandardCharsets.US_ASCII), Use.DOCUMENT),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx"), Use.DOCUMENT),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx"), Use.DOCUMENT),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", List.of("pptx"), Use.DOCUMENT),
    CSV("text/csv", List.of("csv"), Use.DOCUMENT);

    /** What people do with a file. */
    public enum Use {
        PICTURE,
        FILM,
        CAPTIONS,
        SOUND,
        /** Taken along, and opened elsewhere: a browser never shows it. */
        DOCUMENT
    }

    private static final int OGG_HEAD = 200;
    private static final List<String> OGG_SOUNDS = List.of("vorbis", "OpusHead", "FLAC", "Speex   ");

    private final String name;
    private final Use use;
    private final List<String> endings;
    private final byte[] start;

    MediaType(String name, List<String> endings, Use use) {
        this(name, endings, new byte[0], use);
    }

    MediaType(String name, List<String> endings, byte[] start, Use use) {
        this.name = name;
        this.use = use;
        this.endings = endings;
        this.start = start;
    }

    /** As in a header: {@code image/png}. */
    public String type() {
        return name;
    }

    /** How the names of such files end, without a dot. */
    public String ending() {
        return endings.getFirst();
    }

    public static Optional<MediaType> ofFile(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(type -> type.endings.contains(ending)).findFirst();
    }

    public static Optional<MediaType> parse(String type) {
        return Stream.of(values()).filter(one -> one.name.equals(type)).findFirst();
    }

    /** Whether the bytes are what their name says, as far as their beginning tells. */
    public boolean fits(byte[] bytes) {
        return switch (this) {
            case MP4 -> bytes.length > 12 && "ftyp".equals(new String(bytes, 4, 4, StandardCharsets.US_ASCII));
            case SVG -> isSvg(bytes);
            case MP3 ->
                startsWith(bytes, "ID3".getBytes(StandardCharsets.US_ASCII))
                        || bytes.length > 2 && bytes[0] == (byte) 0xff && (bytes[1] & 0xe0) == 0xe0;
            case M4A -> MP4.fits(bytes);
            case OGG -> startsWith(bytes, start) && isSound(bytes);
            case DOCX -> OfficeFile.is(bytes, "word/");
            case XLSX -> OfficeFile.is(bytes, "xl/");
            case PPTX -> OfficeFile.is(bytes, "ppt/");
            case CSV -> isPlainText(bytes);
            case PNG, JPEG, WEBP, WEBM, WEBVTT, PDF -> startsWith(bytes, start);
        };
    }

    public boolean is(Use what) {
        return use == what;
    }

    /** An Ogg file may hold films, too: its first page says what is in it. */
    private static boolean isSound(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, OGG_HEAD), StandardCharsets.ISO_8859_1);
        return OGG_SOUNDS.stream().anyMatch(head::contains);
    }

    /** UTF-8 throughout, and nothing that is no character. */
    private static boolean isPlainText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .allMatch(each -> each >= ' ' || each == '\t' || each == '\n' || each == '\r');
        } catch (CharacterCodingException binary) {
            return false;
        }
    }

    private static boolean isSvg(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1_000), StandardCharsets.UTF_8).stripLeading();
        return head.startsWith("<svg") || head.startsWith("<?xml") && head.contains("<svg");
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
