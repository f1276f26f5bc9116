package org.mangrove.core.policy.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.policy.PolicyVersion;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A version of a policy as it was published. Never changed. */
@Entity
@Table(name = "policy_version")
public class PolicyVersionRow extends EnterpriseOwned {

    @Column(name = "policy_slug", nullable = false, updatable = false)
    private String policy;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "change_class", nullable = false, updatable = false)
    private String changeClass;

    @Column(name = "effective_from", nullable = false, updatable = false)
    private Instant effectiveFrom;

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    @Column(name = "published_by", updatable = false)
    private @Nullable UUID publishedBy;

    @Column(name = "published_at", nullable = false, updatable = false)
    private Instant publishedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected PolicyVersionRow() {}

    /** @param actor empty if the platform made it of the operator's file */
    public PolicyVersionRow(EnterpriseId enterprise, PolicyVersion version, Optional<UUID> actor, Instant now) {
        super(enterprise, Uuids.next());
        this.policy = version.slug();
        this.number = version.no();
        this.changeClass = version.change().name();
        this.effectiveFrom = version.effectiveFrom();
        this.digest = version.digest().hex();
        this.document = version.write();
        this.publishedBy = actor.orElse(null);
        this.publishedAt = now;
    }

    public PolicyVersion version() {
        return PolicyVersion.read(document);
    }

    public Optional<UUID> publishedBy() {
        return Optional.ofNullable(publishedBy);
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
