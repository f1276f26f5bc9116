package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.content.LocalChoice;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** What a market has decided about a course that is given up above. Who has decided it stands in the log of decisions only. */
@Entity
@Table(name = "content_retirement_choice")
public class LocalChoiceRow extends TenantOwned {

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "retirement_id", nullable = false)
    private UUID retirement;

    @Column(name = "choice", nullable = false)
    private String choice;

    @Column(name = "replacement_slug")
    private @Nullable String replacement;

    @Column(name = "reason", nullable = false)
    private String reason;

    @Column(name = "decided_at", nullable = false)
    private Instant decidedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected LocalChoiceRow() {}

    public LocalChoiceRow(TenantId tenant, String course, LocalChoice choice, Instant now) {
        super(tenant, Uuids.next());
        this.course = course;
        this.retirement = choice.retirement();
        this.choice = choice.kind().name();
        this.replacement = choice.replacement().orElse(null);
        this.reason = choice.reason();
        this.decidedAt = now;
    }

    public void becomes(LocalChoice other, Instant now) {
        retirement = other.retirement();
        choice = other.kind().name();
        replacement = other.replacement().orElse(null);
        reason = other.reason();
        decidedAt = now;
    }

    public String course() {
        return course;
    }

    public LocalChoice choice() {
        return new LocalChoice(retirement, LocalChoice.Kind.valueOf(choice), Optional.ofNullable(replacement), reason);
    }
}
