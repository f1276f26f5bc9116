package org.mangrove.core.blobs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of files that are taken in and given out. What is not listed here is refused. */
public enum MediaType {
    PNG("image/png", List.of("png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'}),
    JPEG("image/jpeg", List.of("jpg", "jpeg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}),
    WEBP("image/webp", List.of("webp"), new byte[] {'R', 'I', 'F', 'F'}),
    SVG("image/svg+xml", List.of("svg"), new byte[0]),
    WEBM("video/webm", List.of("webm"), new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3}),
    MP4("video/mp4", List.of("mp4"), new byte[0]),
    WEBVTT("text/vtt", List.of("vtt"), "WEBVTT".getBytes(StandardCharsets.US_ASCII)),
    MP3("audio/mpeg", List.of("mp3"), new byte[0]);

    private final String name;
    private final List<String> endings;
    private final byte[] start;

    MediaType(String name, List<String> endings, byte[] start) {
        this.name = name;
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
            case PNG, JPEG, WEBP, WEBM, WEBVTT -> startsWith(bytes, start);
        };
    }

    private static boolean isSvg(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1_000), StandardCharsets.UTF_8).stripLeading();
        return head.startsWith("<svg") || head.startsWith("<?xml") && head.contains("<svg");
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
