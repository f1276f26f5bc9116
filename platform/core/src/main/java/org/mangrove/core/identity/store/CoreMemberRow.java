package org.mangrove.core.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What an actor may do in the global core. Its id is the actor's. */
@Entity
@Table(name = "identity_core_member")
public class CoreMemberRow extends EnterpriseOwned {

    @Column(name = "byline")
    private @Nullable String byline;

    @Column(name = "roles", nullable = false)
    private String roles;

    @Column(name = "language_tag")
    private @Nullable String language;

    @Column(name = "since", nullable = false, updatable = false)
    private Instant since;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected CoreMemberRow() {}

    public CoreMemberRow(EnterpriseId enterprise, UUID actor, Instant since) {
        super(enterprise, actor);
        this.roles = "";
        this.since = since;
    }

    public void grant(Set<CoreRole> more) {
        var all = EnumSet.noneOf(CoreRole.class);
        all.addAll(roles());
        all.addAll(more);
        roles = EnumNames.write(all);
    }

    public void show(String newByline) {
        byline = newByline;
    }

    public void choose(Locale chosen) {
        language = chosen.toLanguageTag();
    }

    public Set<CoreRole> roles() {
        return EnumNames.read(roles, CoreRole.class);
    }

    public Optional<String> byline() {
        return Optional.ofNullable(byline);
    }

    public Optional<Locale> language() {
        return Optional.ofNullable(language).map(Locale::forLanguageTag);
    }
}
