package org.mangrove.core.audit;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.mangrove.core.blobs.MediaType;

/** Whether the bytes of a file are what they are said to be, from the first to the last. */
final class MediaCheck {

    private MediaCheck() {}

    /** @param bytes from place 0 to the limit */
    static MediaState of(MediaType type, ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            return MediaState.broken(MediaFault.EMPTY);
        }
        try {
            return switch (type) {
                case PNG -> Pictures.png(bytes);
                case JPEG -> Pictures.jpeg(bytes);
                case WEBP -> Pictures.webp(bytes);
                case SVG -> Pictures.svg(bytes);
                case MP4 -> Films.mp4(bytes);
                case WEBM -> Films.webm(bytes);
                case WEBVTT -> Captions.vtt(bytes);
                case MP3 -> Sounds.mp3(bytes);
                case OGG -> Sounds.ogg(bytes);
                case M4A -> Films.mp4(bytes);
                case PDF -> Documents.pdf(bytes);
                case DOCX, XLSX, PPTX -> Documents.office(bytes);
                case CSV -> Documents.csv(bytes);
            };
        } catch (BufferUnderflowException atTheEnd) {
            return MediaState.broken(MediaFault.CUT_OFF);
        }
    }
}
