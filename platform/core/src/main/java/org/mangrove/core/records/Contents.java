package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.TenantBlobs;
import org.mangrove.core.records.store.AttachmentRows;
import org.mangrove.core.records.store.AttachmentRows.Kept;
import org.mangrove.core.records.store.StatementRows;
import org.mangrove.core.refusal.Refusal.Unavailable;
import org.mangrove.core.xapi.SignedStatements;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/**
 * Removes what came with statements. The tenant's sealing is held meanwhile: nobody stores a statement that needs a content
 * while it is found out that nobody does.
 */
@ApplicationScoped
class Contents {

    @Inject
    AttachmentRows attachments;

    @Inject
    StatementRows statements;

    @Inject
    TenantBlobs blobs;

    /**
     * To be called when statements have been written: what came with them cannot be removed any more, but may have been since it
     * came, when somebody was forgotten who had handed in the same.
     *
     * @throws Unavailable if it was; it is there again when it is sent again
     */
    void mustBeThere(List<NewStatement> written) {
        boolean isThere = written.stream()
                .allMatch(statement -> statement.attachments().stream()
                        .allMatch(attachment -> blobs.has(statement.tenant(), attachment.digest())));
        if (!isThere) {
            throw new Unavailable(Message.of("records.statement.too-busy"));
        }
    }

    /** All that came with the statements at these positions. */
    void removeAll(TenantId tenant, Collection<UUID> positions) {
        remove(tenant, attachments.keptWith(tenant, positions));
    }

    /** Signatures that came with them: each says again all that its statement says, in the clear. */
    void removeSignatures(TenantId tenant, Collection<UUID> positions) {
        List<Kept> kept = attachments.keptWith(tenant, positions);
        Set<UUID> with = kept.stream().map(Kept::position).collect(Collectors.toSet());
        var signatures = new HashSet<String>();
        for (SealedStatement statement : statements.at(tenant, with)) {
            SignedStatements.signatures(statement.rest())
                    .forEach(sha2 -> signatures.add(statement.position() + " " + sha2));
        }
        remove(
                tenant,
                kept.stream()
                        .filter(one -> signatures.contains(one.position() + " " + one.sha2()))
                        .toList());
    }

    private void remove(TenantId tenant, List<Kept> kept) {
        attachments.remove(tenant, kept);
        for (Digest digest : kept.stream().map(Kept::digest).collect(Collectors.toSet())) {
            if (!attachments.isNeeded(tenant, digest)) {
                blobs.remove(tenant, digest);
            }
        }
    }
}
