package org.mangrove.core.privacy.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.privacy.Outcome;
import org.mangrove.core.privacy.Request;
import org.mangrove.core.privacy.RequestKind;
import org.mangrove.core.privacy.RequestOrigin;
import org.mangrove.core.privacy.RequestState;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** What somebody has asked for about their own data. */
@Entity
@Table(name = "privacy_request")
public class RequestRow extends TenantOwned {

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Column(name = "state", nullable = false)
    private String state;

    @Column(name = "origin", nullable = false, updatable = false)
    private String origin;

    @Column(name = "person_id")
    private @Nullable UUID person;

    @Column(name = "language_tag", nullable = false, updatable = false)
    private String language;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    @Column(name = "due_on", nullable = false, updatable = false)
    private LocalDate dueOn;

    @Column(name = "term_reference", nullable = false, updatable = false)
    private String termReference;

    @Column(name = "decided_by_person_id")
    private @Nullable UUID decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "done_parts", nullable = false)
    private int doneParts;

    @Column(name = "all_parts", nullable = false)
    private int allParts;

    @Column(name = "failures", nullable = false)
    private int failures;

    @Column(name = "outcome", nullable = false)
    private String outcome;

    @Column(name = "again_on")
    private @Nullable LocalDate againOn;

    @Column(name = "file_key")
    private byte @Nullable [] fileKey;

    @Column(name = "file_bytes")
    private @Nullable Long fileBytes;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected RequestRow() {}

    public RequestRow(TenantId tenant, Request request) {
        super(tenant, request.id());
        this.kind = request.kind().name();
        this.state = request.state().name();
        this.origin = request.origin().name();
        this.person = request.person().orElse(null);
        this.language = request.language().toLanguageTag();
        this.askedAt = request.askedAt();
        this.dueOn = request.dueOn();
        this.termReference = request.termReference();
        this.outcome = Definitions.write(request.outcome());
    }

    /** An admin, or the rule, has decided. */
    public void decide(RequestState to, Optional<UUID> by, Instant now, Optional<String> why) {
        state = to.name();
        decidedBy = by.orElse(null);
        decidedAt = now;
        reason = why.orElse(null);
        failures = 0;
        endedAt = to == RequestState.APPROVED ? null : now;
    }

    /** It is over, one way or the other. */
    public void end(RequestState how, Instant now) {
        state = how.name();
        endedAt = now;
    }

    /** What had to stay may go. */
    public void goOn(Outcome with) {
        state = RequestState.APPROVED.name();
        outcome = Definitions.write(with);
        againOn = null;
        doneParts = 0;
    }

    public void waitUntil(LocalDate day) {
        againOn = day;
    }

    public void moved(int done, int all, Outcome now) {
        doneParts = done;
        allParts = all;
        outcome = Definitions.write(now);
    }

    /** @return how often it has failed */
    public int failed() {
        failures++;
        return failures;
    }

    public void ready(byte[] key, long bytes, Instant now, Instant until) {
        state = RequestState.READY.name();
        fileKey = key.clone();
        fileBytes = bytes;
        expiresAt = until;
        endedAt = now;
    }

    /** Without its key nobody can read the file any more, whoever has it. */
    public void expire() {
        state = RequestState.EXPIRED.name();
        fileKey = null;
        fileBytes = null;
    }

    /** Nothing says any more whose it was. */
    public void forgetPerson() {
        person = null;
    }

    public Optional<byte[]> fileKey() {
        return Optional.ofNullable(fileKey).map(byte[]::clone);
    }

    public RequestState state() {
        return RequestState.valueOf(state);
    }

    public RequestKind kind() {
        return RequestKind.valueOf(kind);
    }

    public Request request() {
        return new Request(
                id(),
                kind(),
                state(),
                RequestOrigin.valueOf(origin),
                Optional.ofNullable(person),
                Locale.forLanguageTag(language),
                askedAt,
                dueOn,
                termReference,
                Optional.ofNullable(decidedBy),
                Optional.ofNullable(decidedAt),
                Optional.ofNullable(reason),
                Optional.ofNullable(endedAt),
                doneParts,
                allParts,
                Definitions.read(outcome, Outcome.class),
                Optional.ofNullable(againOn),
                Optional.ofNullable(fileBytes),
                Optional.ofNullable(expiresAt));
    }
}
