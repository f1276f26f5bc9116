package org.mangrove.core.content;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mangrove.core.blobs.MediaType;

/** What a file is called on the computer of whoever takes it along. */
public final class FileName {

    /** Nothing that leads out of a folder, or that some system cannot write. */
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._()+-]{0,99}", Pattern.UNICODE_CHARACTER_CLASS);

    private FileName() {}

    /** @param type what kind of file it is, which its ending has to say */
    public static boolean fits(String name, Optional<MediaType> type) {
        return NAME.matcher(name).matches()
                && !name.endsWith(" ")
                && name.contains(".")
                && type.isPresent()
                && MediaType.ofFile(name).equals(type);
    }

    /** The name that somebody's computer gave it, made harmless; what cannot be said is left out. */
    public static String of(String brought, MediaType type) {
        String last = brought.substring(Math.max(brought.lastIndexOf('/'), brought.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        String stem = last.substring(0, Math.max(0, dot))
                .replaceAll("[^\\p{L}\\p{M}\\p{N} ._()+-]", " ")
                .replaceAll("\\s+", " ")
                .replaceFirst("^[^\\p{L}\\p{N}]+", "")
                .strip();
        String shown = stem.length() > 90 ? stem.substring(0, stem.offsetByCodePoints(0, 80)) : stem;
        return (shown.isEmpty() ? "file" : shown) + "." + type.ending();
    }
}
