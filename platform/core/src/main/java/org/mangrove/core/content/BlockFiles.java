package org.mangrove.core.content;

import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.lineage.BlockKind;

/** Which files can stand in which field of a block. */
public final class BlockFiles {

    private BlockFiles() {}

    /** @param field {@code media}, {@code poster} or {@code captions} */
    public static boolean fits(BlockKind kind, String field, MediaType type) {
        return switch (field) {
            case "poster" -> kind == BlockKind.VIDEO && type.is(MediaType.Use.PICTURE);
            case "captions" -> hasCaptions(kind) && type.is(MediaType.Use.CAPTIONS);
            case "media" -> fits(kind, type);
            default -> false;
        };
    }

    public static boolean hasCaptions(BlockKind kind) {
        return kind == BlockKind.VIDEO || kind == BlockKind.AUDIO;
    }

    private static boolean fits(BlockKind kind, MediaType type) {
        return switch (kind) {
            case IMAGE, HOTSPOT -> type.is(MediaType.Use.PICTURE);
            case VIDEO -> type.is(MediaType.Use.FILM);
            case AUDIO -> type.is(MediaType.Use.SOUND);
            case FILE -> type.is(MediaType.Use.DOCUMENT);
            default -> false;
        };
    }
}
