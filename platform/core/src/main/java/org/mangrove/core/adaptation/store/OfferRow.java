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
import org.mangrove.core.adaptation.Offer;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** A text that a market has offered to headquarters. */
@Entity
@Table(name = "adaptation_offer")
public class OfferRow extends TenantOwned {

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    @Column(name = "byline")
    private @Nullable String byline;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private Offer.State state;

    @Column(name = "answer", nullable = false)
    private String answer;

    @Column(name = "version_number")
    private @Nullable Integer version;

    @Column(name = "offered_by_person_id")
    private @Nullable UUID offeredBy;

    @Column(name = "offered_at", nullable = false, updatable = false)
    private Instant offeredAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected OfferRow() {}

    public OfferRow(TenantId tenant, Offer offer, String documentWithoutByline, UUID person, Instant now) {
        super(tenant, offer.id());
        this.course = offer.course();
        this.subject = offer.subject();
        this.document = documentWithoutByline;
        this.byline = offer.byline().orElse(null);
        this.state = Offer.State.OPEN;
        this.answer = "";
        this.offeredBy = person;
        this.offeredAt = now;
    }

    public void becomes(Offer.State other, String said, Optional<Integer> inVersion) {
        state = other;
        answer = said;
        version = inVersion.orElse(null);
    }

    /** As it was written, without a name. */
    public Offer nameless() {
        return Definitions.read(document, Offer.class);
    }

    public Optional<String> byline() {
        return Optional.ofNullable(byline);
    }

    public String course() {
        return course;
    }

    public String subject() {
        return subject;
    }

    public Offer.State state() {
        return state;
    }

    public String answer() {
        return answer;
    }

    public Optional<Integer> version() {
        return Optional.ofNullable(version);
    }

    public Optional<UUID> offeredBy() {
        return Optional.ofNullable(offeredBy);
    }

    public Instant offeredAt() {
        return offeredAt;
    }
}
