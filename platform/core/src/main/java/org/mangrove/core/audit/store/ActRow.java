package org.mangrove.core.audit.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What somebody has decided about a finding. Never changed. */
@Entity
@Table(name = "audit_act")
public class ActRow extends EnterpriseOwned {

    @Column(name = "finding_id", nullable = false, updatable = false)
    private UUID finding;

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Column(name = "actor", nullable = false, updatable = false)
    private UUID actor;

    @Column(name = "acted_at", nullable = false, updatable = false)
    private Instant actedAt;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "assignee", nullable = false, updatable = false)
    private String assignee;

    @Column(name = "last_day", updatable = false)
    private @Nullable LocalDate lastDay;

    @Column(name = "about_act", updatable = false)
    private @Nullable UUID about;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected ActRow() {}

    public ActRow(
            EnterpriseId enterprise,
            UUID finding,
            String kind,
            UUID actor,
            String reason,
            String assignee,
            Optional<LocalDate> lastDay,
            Optional<UUID> about,
            String document,
            Instant now) {
        super(enterprise, Uuids.next());
        this.finding = finding;
        this.kind = kind;
        this.actor = actor;
        this.actedAt = now;
        this.reason = reason;
        this.assignee = assignee;
        this.lastDay = lastDay.orElse(null);
        this.about = about.orElse(null);
        this.document = document;
    }

    public UUID finding() {
        return finding;
    }

    public String kind() {
        return kind;
    }

    public UUID actor() {
        return actor;
    }

    public Instant actedAt() {
        return actedAt;
    }

    public String reason() {
        return reason;
    }

    public String assignee() {
        return assignee;
    }

    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(lastDay);
    }

    public Optional<UUID> about() {
        return Optional.ofNullable(about);
    }

    public String document() {
        return document;
    }
}
