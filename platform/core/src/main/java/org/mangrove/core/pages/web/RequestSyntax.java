package org.mangrove.core.pages.web;

import jakarta.ws.rs.core.MediaType;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a request must keep to before anything of ours reads it: RFC 3986 for its address, with UTF-8 below the escapes, and
 * RFC 9110 for what it says about its body.
 */
final class RequestSyntax {

    private RequestSyntax() {}

    /** Whether each escape in a raw path or query is one, and all of them together are UTF-8 without a zero byte. */
    static boolean isWellEscaped(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw.indexOf('\0') < 0;
        }
        try {
            // Latin-1 keeps the bytes as they are, so that it is seen whether they are UTF-8.
            String bytes = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
            return bytes.indexOf('\0') < 0 && isUtf8(bytes.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException brokenOff) {
            return false;
        }
    }

    /** Whether a body's type can be told, and its characters can be read, if it says which. */
    static boolean isReadableType(String type) {
        try {
            Optional<String> charset =
                    Optional.ofNullable(MediaType.valueOf(type).getParameters().get(MediaType.CHARSET_PARAMETER));
            return charset.isEmpty() || Charset.isSupported(charset.get());
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }
}
