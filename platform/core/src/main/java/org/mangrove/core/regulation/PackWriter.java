package org.mangrove.core.regulation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the files of a proof one after the other, and knows the digest of each. */
final class PackWriter implements AutoCloseable {

    private final ZipOutputStream zip;
    private final Map<String, String> digests = new TreeMap<>();

    PackWriter(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    void text(String name, String content) throws IOException {
        file(name, out -> write(out, content));
    }

    /** @param lines gives one after the other */
    void lines(String name, Consumer<Consumer<String>> lines) throws IOException {
        file(name, out -> lines.accept(line -> write(out, line + "\n")));
    }

    private void file(String name, Consumer<OutputStream> content) throws IOException {
        MessageDigest digest = PromiseSum.sha256();
        zip.putNextEntry(new ZipEntry(name));
        content.accept(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        digests.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    /** By name, of those that were written. */
    Map<String, String> files() {
        return Map.copyOf(digests);
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
