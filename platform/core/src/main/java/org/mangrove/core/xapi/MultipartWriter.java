package org.mangrove.core.xapi;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Writes statements and their attachments as one body; each part goes out as it is written. */
public final class MultipartWriter implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final OutputStream out;
    private final String boundary;

    /** @param out is left open */
    public MultipartWriter(OutputStream out) {
        this.out = out;
        var random = new byte[16];
        RANDOM.nextBytes(random);
        this.boundary = "mangrove-" + HexFormat.of().formatHex(random);
    }

    /** What the answer says of itself. */
    public String contentType() {
        return "multipart/mixed; boundary=" + boundary;
    }

    /** Begins the first part. Closing what is given back does nothing. */
    public OutputStream statements() throws IOException {
        return begin("Content-Type: application/json\r\n");
    }

    /** Begins the part of an attachment, once the one before is written. Closing what is given back does nothing. */
    public OutputStream attachment(String sha2, String contentType) throws IOException {
        if (contentType.indexOf('\r') >= 0 || contentType.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A content type has one line");
        }
        return begin("%s: %s\r\n%s: binary\r\n%s: %s\r\n"
                .formatted(MultipartMixed.TYPE, contentType, MultipartMixed.ENCODING, MultipartMixed.HASH, sha2));
    }

    private OutputStream begin(String headers) throws IOException {
        write("\r\n--" + boundary + "\r\n" + headers + "\r\n");
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
    }

    /** Ends the body. */
    @Override
    public void close() throws IOException {
        write("\r\n--" + boundary + "--\r\n");
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
