package org.mangrove.core.records.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.TenantBlobs;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.xapi.AttachmentClaim;
import org.mangrove.core.xapi.MultipartMixed;
import org.mangrove.core.xapi.SentAttachments;
import org.mangrove.core.xapi.SignedStatements;
import org.mangrove.core.xapi.XapiStatement;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/**
 * Reads statements with what is attached to them. The body is read twice: first for what is claimed and what is there, which
 * goes into the object store, then for the statements themselves, so that neither has to be held in memory.
 */
@ApplicationScoped
class MultipartStatements {

    private static final MultipartMixed.Bounds BOUNDS = new MultipartMixed.Bounds(1_000, 8_192, 64L << 20);
    private static final int LONGEST_SIGNATURE = 1 << 20;

    @Inject
    TenantBlobs blobs;

    /** How the statements of a body are read: one, or as many as there are. */
    interface Reading {
        void read(InputStream json, Consumer<XapiStatement> each) throws IOException;
    }

    /**
     * What came with the statements.
     *
     * @param digests of the blobs, by what the statements call them
     * @param signatures by the same names
     */
    private record Contents(Map<String, Digest> digests, Map<String, byte[]> signatures) {}

    /** Gives each statement with its attachments to {@code each}. */
    void read(
            TenantId tenant,
            SpooledBody body,
            String contentType,
            Reading reading,
            BiConsumer<XapiStatement, List<Attachment>> each)
            throws IOException {
        Contents contents = contents(tenant, body, contentType, reading);
        try (InputStream again = body.open()) {
            reading.read(
                    MultipartMixed.open(contentType, again, BOUNDS).statements(),
                    statement -> each.accept(statement, attachments(statement, contents)));
        }
    }

    /** Gives each statement of a body without parts to {@code each}. */
    void readAlone(InputStream body, Reading reading, BiConsumer<XapiStatement, List<Attachment>> each)
            throws IOException {
        var nothing = new Contents(Map.of(), Map.of());
        reading.read(body, statement -> each.accept(statement, attachments(statement, nothing)));
    }

    private Contents contents(TenantId tenant, SpooledBody body, String contentType, Reading reading)
            throws IOException {
        var claimed = new HashMap<String, Boolean>();
        var digests = new HashMap<String, Digest>();
        var signatures = new HashMap<String, byte[]>();
        try (InputStream first = body.open()) {
            MultipartMixed parts = MultipartMixed.open(contentType, first, BOUNDS);
            reading.read(parts.statements(), statement -> claim(statement, claimed));
            for (var part = parts.next(); part.isPresent(); part = parts.next()) {
                String sha2 = part.get().sha2();
                Boolean isSignature = claimed.get(sha2);
                if (isSignature == null) {
                    throw new Invalid(
                            "multipart",
                            Message.of("records.attachment.of-nothing").with("sha2", sha2));
                }
                if (isSignature) {
                    byte[] bytes = part.get().content().readNBytes(LONGEST_SIGNATURE + 1);
                    if (bytes.length > LONGEST_SIGNATURE) {
                        throw new XapiProblem(
                                413, Message.of("records.xapi.too-large").with("bytes", LONGEST_SIGNATURE));
                    }
                    signatures.put(sha2, bytes);
                    digests.put(sha2, blobs.put(tenant, bytes));
                } else {
                    digests.put(sha2, blobs.put(tenant, part.get().content()));
                }
            }
        }
        return new Contents(digests, signatures);
    }

    private static void claim(XapiStatement statement, Map<String, Boolean> claimed) {
        for (AttachmentClaim claim : statement.attachments()) {
            claimed.merge(name(claim), claim.usageType().equals(SignedStatements.USAGE), Boolean::logicalOr);
        }
    }

    private static List<Attachment> attachments(XapiStatement statement, Contents contents) {
        List<AttachmentClaim> claims = statement.attachments();
        if (claims.isEmpty()) {
            return List.of();
        }
        SentAttachments.mustBeThere(statement, contents.digests().keySet());
        SignedStatements.mustBeSigned(statement, contents.signatures());
        var attachments = new ArrayList<Attachment>();
        Set<String> seen = new HashSet<>();
        for (AttachmentClaim claim : claims) {
            Optional<Digest> digest = Optional.ofNullable(contents.digests().get(name(claim)));
            if (digest.isPresent() && seen.add(name(claim))) {
                attachments.add(new Attachment(name(claim), claim.contentType(), digest.get()));
            }
        }
        return attachments;
    }

    private static String name(AttachmentClaim claim) {
        return claim.sha2().toLowerCase(Locale.ROOT);
    }
}
