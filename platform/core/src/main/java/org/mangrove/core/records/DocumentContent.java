package org.mangrove.core.records;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/**
 * The bytes of a document, and what they are.
 *
 * @param type as it was said, parameters included
 */
public record DocumentContent(String type, byte[] bytes) {

    /** A document lies in a row of its own and passes through memory whole. */
    public static final int MOST_BYTES = 5 << 20;

    private static final String JSON = "application/json";

    public DocumentContent {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean isJson() {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
    }

    boolean isTooLarge() {
        return bytes.length > MOST_BYTES;
    }

    /** The SHA-1 of the bytes, in hexadecimal digits: xAPI 1.0.3 wants it so. It tells versions apart; nobody's trust hangs on it. */
    public String etag() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-1", impossible);
        }
    }

    /** @throws Invalid if it says that it is JSON and is none */
    void mustBeWhatItSays() {
        if (isJson()) {
            DocumentJson.read(bytes);
        }
    }

    /**
     * This, with what {@code later} says laid over it: its properties are added, and replace those of the same names whole.
     *
     * @throws Invalid if one of the two is no JSON object
     */
    DocumentContent overlaidWith(DocumentContent later) {
        if (!isJson() || !later.isJson()) {
            throw new Invalid("content-type", Message.of("records.document.only-json-merges"));
        }
        var whole = DocumentJson.object(bytes, "records.document.no-object-there");
        whole.setAll(DocumentJson.object(later.bytes, "records.document.no-object"));
        return new DocumentContent(later.type, DocumentJson.write(whole));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentContent content
                && content.type.equals(type)
                && Arrays.equals(content.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "%s, %d bytes".formatted(type, bytes.length);
    }
}
