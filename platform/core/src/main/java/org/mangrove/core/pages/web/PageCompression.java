package org.mangrove.core.pages.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Sends pages compressed.
 *
 * <p>A page holds secrets, such as the token of its forms, beside words that its address may bring in. So that nobody can
 * tell from the length of an answer what the secret is (the attack is called BREACH), each answer has a random length:
 * gzip allows for a file name in front, and nobody reads it.
 */
final class PageCompression {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int MOST_NOISE = 64;

    /** Half the time of level 5 for a twentieth more bytes: a page is compressed for one reader, once. */
    private static final int LEVEL = 3;

    private PageCompression() {}

    static void write(Utf8ByteOutput html, boolean gzip, MultivaluedMap<String, Object> headers, OutputStream out)
            throws IOException {
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!gzip) {
            html.writeTo(out);
            return;
        }
        headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        writeHeader(out);
        var deflater = new Deflater(LEVEL, true);
        try {
            var body = new CheckedDeflater(out, deflater);
            html.writeTo(body);
            body.finish();
            writeTrailer(out, body.sum.getValue(), deflater.getBytesRead());
        } finally {
            deflater.end();
        }
    }

    /** As RFC 1952 has it: a deflated body, with a name, of no known time and system. */
    private static void writeHeader(OutputStream out) throws IOException {
        out.write(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, (byte) 0xff});
        out.write("m".repeat(RANDOM.nextInt(MOST_NOISE)).getBytes(StandardCharsets.US_ASCII));
        out.write(0);
    }

    private static void writeTrailer(OutputStream out, long sum, long length) throws IOException {
        for (long number : new long[] {sum, length}) {
            for (int shift = 0; shift < 32; shift += 8) {
                out.write((int) (number >>> shift) & 0xff);
            }
        }
    }

    private static final class CheckedDeflater extends DeflaterOutputStream {

        private final CRC32 sum = new CRC32();

        CheckedDeflater(OutputStream out, Deflater deflater) {
            super(out, deflater, 8192);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            super.write(bytes, offset, length);
            sum.update(bytes, offset, length);
        }
    }
}
