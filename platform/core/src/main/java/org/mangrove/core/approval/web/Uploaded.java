package org.mangrove.core.approval.web;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What came with a form of several parts. */
final class Uploaded {

    private static final int MOST_BYTES = 96 * 1024 * 1024;

    private Uploaded() {}

    /** @throws Refusal.Invalid if there is nothing, or too much */
    static byte[] bytes(@Nullable EntityPart part) {
        byte[] bytes = read(part);
        if (bytes.length == 0) {
            throw new Refusal.Invalid("package", Message.of("approval.package.missing"));
        }
        if (bytes.length > MOST_BYTES) {
            throw new Refusal.Invalid(
                    "package", Message.of("content.package.too-big").with("limit", MOST_BYTES / 1024 / 1024));
        }
        return bytes;
    }

    static String text(@Nullable EntityPart part) {
        return new String(read(part), StandardCharsets.UTF_8);
    }

    private static byte[] read(@Nullable EntityPart part) {
        if (part == null) {
            return new byte[0];
        }
        try (InputStream stream = part.getContent()) {
            return stream.readNBytes(MOST_BYTES + 1);
        } catch (IOException problem) {
            throw new UncheckedIOException("What was sent cannot be read", problem);
        }
    }
}
