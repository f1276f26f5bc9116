package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.TenantBlobs;
import org.mangrove.core.records.store.AttachmentRows;
import org.mangrove.core.records.store.SealRows;
import org.mangrove.sdk.TenantId;

/**
 * Removes what came with statements that were never stored: they were refused, or the node was killed before it
 * could. What came is laid down before its statement is written, so such contents lie there with nothing that leads
 * to them, and nobody would be found in them who asks what is known.
 */
@ApplicationScoped
public class ForsakenContents {

    /** Longer than it takes to lay down what has come and to store its statement. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(10);

    /** Once a day all of them are removed: what is older was looked at. */
    private static final Duration NOT_LOOKED_AT = Duration.ofDays(2);

    @Inject
    AttachmentRows attachments;

    @Inject
    TenantBlobs blobs;

    @Inject
    SealRows seals;

    @Inject
    Clock clock;

    /** Those of the tenant that no request can be about to need. @return how many */
    @Transactional
    public int remove(TenantId tenant) {
        Instant until = clock.instant().minus(UNDER_WAY);
        return remove(tenant, file -> isBetween(file, Instant.MIN, until));
    }

    /**
     * Those that may have come since the day's look, in the transaction in which somebody is forgotten: they may tell
     * of that person. Who is storing a statement with one of them in this moment is told to send it again.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    int removeLatest(TenantId tenant) {
        Instant now = clock.instant();
        return remove(
                tenant,
                file -> isBetween(
                        file, now.minus(NOT_LOOKED_AT), digest(file).isPresent() ? Instant.MAX : now.minus(UNDER_WAY)));
    }

    private int remove(TenantId tenant, Predicate<Path> isMeant) {
        List<Path> forsaken;
        try (Stream<Path> files = blobs.files(tenant)) {
            forsaken = files.filter(isMeant)
                    .filter(file -> !isNeeded(tenant, file))
                    .toList();
        }
        if (forsaken.isEmpty()) {
            return 0;
        }
        seals.hold(tenant);
        int removed = 0;
        for (Path file : forsaken) {
            if (!isNeeded(tenant, file)) {
                remove(tenant, file);
                removed++;
            }
        }
        return removed;
    }

    private boolean isNeeded(TenantId tenant, Path file) {
        return digest(file)
                .filter(digest -> attachments.isNeeded(tenant, digest))
                .isPresent();
    }

    private void remove(TenantId tenant, Path file) {
        Optional<Digest> digest = digest(file);
        if (digest.isPresent()) {
            blobs.remove(tenant, digest.get());
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot remove " + file, problem);
        }
    }

    private static Optional<Digest> digest(Path file) {
        return Digest.parse(file.getFileName().toString());
    }

    private static boolean isBetween(Path file, Instant since, Instant until) {
        try {
            FileTime written = Files.getLastModifiedTime(file);
            return !written.toInstant().isBefore(since) && written.toInstant().isBefore(until);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot look at " + file, problem);
        }
    }
}
