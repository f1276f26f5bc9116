package org.mangrove.core.authoring;

import java.time.LocalDate;
import java.util.Optional;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.content.BlockFiles;
import org.mangrove.core.content.FileName;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * A file that somebody brings for a block.
 *
 * @param name as its computer called it, made harmless
 * @param licence as SPDX calls it, or {@code own-work}
 * @param source who made it, or where it is from
 * @param until the last day on which it may be shown; empty if for ever
 */
public record DraftFile(
        String name, MediaType type, byte[] bytes, String licence, String source, Optional<LocalDate> until) {

    /** What one row takes. Longer films come with a package. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final int LONGEST_LICENCE = 40;
    private static final int LONGEST_SOURCE = 300;

    /** @throws Refusal.Invalid says what is wrong with it, and in which field */
    public static DraftFile of(
            String fileName, byte[] bytes, String licence, String source, Optional<LocalDate> until) {
        if (bytes.length == 0) {
            throw new Refusal.Invalid("file", Message.of("authoring.file.missing"));
        }
        if (bytes.length > MOST_BYTES) {
            throw new Refusal.Invalid(
                    "file", Message.of("authoring.file.too-big").with("limit", MOST_BYTES / 1024 / 1024));
        }
        MediaType type = MediaType.ofFile(fileName)
                .filter(there -> there.fits(bytes))
                .orElseThrow(() -> new Refusal.Invalid("file", Message.of("authoring.file.kind")));
        must("licence", licence, LONGEST_LICENCE);
        must("source", source, LONGEST_SOURCE);
        return new DraftFile(FileName.of(fileName, type), type, bytes, licence.strip(), source.strip(), until);
    }

    private static void must(String field, String said, int longest) {
        if (said.isBlank()) {
            throw new Refusal.Invalid(field, Message.of("content.facts.missing"));
        }
        if (said.strip().length() > longest) {
            throw new Refusal.Invalid(
                    field, Message.of("content.facts.too-long").with("limit", longest));
        }
    }

    /**
     * Whether it can stand in a field of a block. An SVG cannot: it would be shown from the host of the pages themselves, where what is
     * in it could act.
     */
    boolean fits(BlockKind kind, String field) {
        return type != MediaType.SVG && BlockFiles.fits(kind, field, type);
    }
}
