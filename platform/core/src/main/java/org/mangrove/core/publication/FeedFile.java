package org.mangrove.core.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.sdk.Message;

/**
 * The feed of one cell in a ZIP archive, for where no line leads from the cell to the core: {@code label.json}, {@code
 * chains.json}, and the blobs that the entries name.
 */
final class FeedFile implements AutoCloseable {

    private static final TypeReference<List<Chain>> CHAINS = new TypeReference<>() {};
    private static final String LABEL = "label.json";
    private static final String ENTRIES = "chains.json";
    private static final String BLOBS = "blobs/";

    private final ZipFile zip;
    private final Label label;
    private final List<Chain> chains;

    /** @param packedAt as the core's clock had it */
    record Label(String cell, Instant packedAt) {

        /** What the core signs with each head in the file. A cell never draws such words for an answer. */
        String challenge() {
            return "carried to " + cell + " at " + packedAt;
        }
    }

    /** All entries of an enterprise's epoch. */
    record Chain(Enterprise enterprise, FeedHead head, List<FeedEntry> entries) {

        Chain {
            entries = List.copyOf(entries);
        }
    }

    private FeedFile(ZipFile zip, Label label, List<Chain> chains) {
        this.zip = zip;
        this.label = label;
        this.chains = chains;
    }

    static void write(Label label, List<Chain> chains, Blobs blobs, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, LABEL, Definitions.write(label));
            put(zip, ENTRIES, Definitions.write(chains));
            List<Digest> digests = chains.stream()
                    .flatMap(chain -> chain.entries().stream())
                    .flatMap(entry -> entry.item().blobs().stream())
                    .distinct()
                    .flatMap(text -> Digest.parse(text).stream())
                    .toList();
            for (Digest digest : digests) {
                Optional<Blobs.Blob> blob = blobs.find(digest);
                if (blob.isPresent()) {
                    zip.putNextEntry(new ZipEntry(BLOBS + digest.hex()));
                    Files.copy(blob.get().file(), zip);
                    zip.closeEntry();
                }
            }
        }
    }

    /** @throws Refusal.Invalid if it is no such file */
    static FeedFile open(Path file) {
        try {
            var zip = new ZipFile(file.toFile());
            try {
                return new FeedFile(
                        zip,
                        Definitions.read(text(zip, LABEL), Label.class),
                        Definitions.read(text(zip, ENTRIES), CHAINS));
            } catch (IOException | IllegalArgumentException unreadable) {
                zip.close();
                throw unreadable;
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Refusal.Invalid(Message.of("publication.file.is-broken"));
        }
    }

    Label label() {
        return label;
    }

    List<Chain> chains() {
        return chains;
    }

    Optional<byte[]> findBlob(Digest digest) throws IOException {
        ZipEntry entry = zip.getEntry(BLOBS + digest.hex());
        if (entry == null) {
            return Optional.empty();
        }
        try (var in = zip.getInputStream(entry)) {
            return Optional.of(in.readAllBytes());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static String text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("There is no " + name);
        }
        try (var in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
