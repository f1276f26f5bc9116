package org.mangrove.core.adaptation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.adaptation.Agreement;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** Words of a market that somebody has asked others there to agree to. */
@Entity
@Table(name = "adaptation_agreement")
public class AgreementRow extends TenantOwned {

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private Agreement.State state;

    @Column(name = "asked_by_person_id")
    private @Nullable UUID askedBy;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    @Column(name = "due_at", nullable = false, updatable = false)
    private Instant dueAt;

    @Column(name = "answer", nullable = false)
    private String answer;

    @Column(name = "answered_by_person_id")
    private @Nullable UUID answeredBy;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected AgreementRow() {}

    public AgreementRow(
            TenantId tenant, String course, Adaptation adaptation, UUID askedBy, Instant askedAt, Instant dueAt) {
        super(tenant, Uuids.next());
        this.course = course;
        this.subject = adaptation.change().subject();
        this.document = CanonicalJson.write(LineageJson.of(adaptation));
        this.digest = CanonicalJson.digestOf(LineageJson.of(adaptation)).hex();
        this.state = Agreement.State.OPEN;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
        this.dueAt = dueAt;
        this.answer = "";
    }

    /** @param by empty if nobody has answered it, but it is over */
    public void becomes(Agreement.State other, String said, Optional<UUID> by, Instant now) {
        state = other;
        answer = said;
        answeredBy = by.orElse(null);
        answeredAt = now;
    }

    /** @throws IllegalStateException if the words are not those any more that were asked about */
    public Agreement agreement() {
        Adaptation adaptation = LineageJson.toAdaptation(CanonicalJson.read(document));
        Digest found = CanonicalJson.digestOf(LineageJson.of(adaptation));
        if (!found.hex().equals(digest)) {
            throw new IllegalStateException("The words of agreement " + id() + " have another digest");
        }
        return new Agreement(
                id(),
                course,
                adaptation,
                found,
                state,
                Optional.ofNullable(askedBy),
                askedAt,
                dueAt,
                answer,
                Optional.ofNullable(answeredBy),
                Optional.ofNullable(answeredAt));
    }

    public String course() {
        return course;
    }

    public Agreement.State state() {
        return state;
    }
}
