package org.mangrove.core.forwarding.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** A record store elsewhere, as an admin described it. */
@Entity
@Table(name = "forwarding_forwarder")
public class ForwarderRow extends TenantOwned {

    @Column(name = "title", nullable = false)
    private String title;

    @Column(name = "terms", nullable = false)
    private String terms;

    @Column(name = "login", nullable = false)
    private String login;

    @Column(name = "created_by_person_id", updatable = false)
    private @Nullable UUID createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected ForwarderRow() {}

    public ForwarderRow(
            TenantId tenant,
            UUID id,
            String title,
            String terms,
            String login,
            Optional<UUID> createdBy,
            Instant createdAt) {
        super(tenant, id);
        this.title = title;
        this.terms = terms;
        this.login = login;
        this.createdBy = createdBy.orElse(null);
        this.createdAt = createdAt;
    }

    public void say(String newTitle, String newTerms) {
        title = newTitle;
        terms = newTerms;
    }

    /** What we sign in with, sealed. */
    public void signInWith(String newLogin) {
        login = newLogin;
    }

    /** Keeps what was said of it, for those who ask where their data went, and forgets the secret. */
    public void remove(Instant now) {
        if (removedAt == null) {
            removedAt = now;
            login = "";
        }
    }

    public String terms() {
        return terms;
    }

    public String login() {
        return login;
    }

    public Optional<UUID> createdBy() {
        return Optional.ofNullable(createdBy);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> removedAt() {
        return Optional.ofNullable(removedAt);
    }
}
