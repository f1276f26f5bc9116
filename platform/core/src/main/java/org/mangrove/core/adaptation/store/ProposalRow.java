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
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What a market proposes for a master. */
@Entity
@Table(name = "adaptation_proposal")
public class ProposalRow extends EnterpriseOwned {

    @Column(name = "tenant_slug", nullable = false, updatable = false)
    private String tenant;

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

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

    @Column(name = "decided_by")
    private @Nullable UUID decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "heard_at", nullable = false, updatable = false)
    private Instant heardAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected ProposalRow() {}

    public ProposalRow(EnterpriseId enterprise, Offer offer, String documentWithoutByline, Instant now) {
        super(enterprise, offer.id());
        this.tenant = offer.tenant();
        this.course = offer.course();
        this.document = documentWithoutByline;
        this.byline = offer.byline().orElse(null);
        this.state = Offer.State.OPEN;
        this.answer = "";
        this.heardAt = now;
    }

    public void decide(Offer.State other, String said, Optional<Integer> inVersion, UUID actor, Instant now) {
        state = other;
        answer = said;
        version = inVersion.orElse(null);
        decidedBy = actor;
        decidedAt = now;
    }

    public void withdraw() {
        state = Offer.State.WITHDRAWN;
    }

    /** Whoever was named is not any more. */
    public void forgetByline() {
        byline = null;
    }

    /** As it was sent, without a name. */
    public Offer nameless() {
        return Definitions.read(document, Offer.class);
    }

    public Optional<String> byline() {
        return Optional.ofNullable(byline);
    }

    public String tenant() {
        return tenant;
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

    public Instant heardAt() {
        return heardAt;
    }
}
