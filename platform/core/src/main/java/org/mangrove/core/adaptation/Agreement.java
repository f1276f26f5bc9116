package org.mangrove.core.adaptation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Adaptation;

/**
 * Words of a market to which somebody else there has to agree before readers see them, since what they are about is under an
 * {@code APPROVE} lock.
 *
 * @param adaptation exactly what readers would get
 * @param digest of that: whoever agrees, agrees to it and to nothing else
 * @param askedBy a person of the tenant; empty if they were forgotten since
 * @param dueAt until when somebody should have answered
 * @param answer what was said to it
 * @param answeredBy a person of the tenant; empty if nobody has, or if they were forgotten since
 */
public record Agreement(
        UUID id,
        String course,
        Adaptation adaptation,
        Digest digest,
        State state,
        Optional<UUID> askedBy,
        Instant askedAt,
        Instant dueAt,
        String answer,
        Optional<UUID> answeredBy,
        Optional<Instant> answeredAt) {

    /** What has become of it. */
    public enum State {
        /** Nobody has answered. */
        OPEN,
        /** Readers see it, unless it has been given up since. */
        AGREED,
        DECLINED,
        /** Whoever asked has taken it back. */
        WITHDRAWN,
        /** Other words were asked about in its place. */
        REPLACED
    }

    public String subject() {
        return adaptation.change().subject();
    }

    /** Nobody agrees to their own words. */
    public boolean isOf(UUID person) {
        return askedBy.filter(person::equals).isPresent();
    }

    public boolean isOverdue(Instant at) {
        return state == State.OPEN && dueAt.isBefore(at);
    }
}
