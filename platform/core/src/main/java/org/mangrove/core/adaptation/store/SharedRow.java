package org.mangrove.core.adaptation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mangrove.core.adaptation.Sharing;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What a market lets headquarters read. */
@Entity
@Table(name = "adaptation_shared")
public class SharedRow extends EnterpriseOwned {

    @Column(name = "tenant_slug", nullable = false, updatable = false)
    private String tenant;

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Enumerated(EnumType.STRING)
    @Column(name = "audience", nullable = false, updatable = false)
    private Sharing.Audience audience;

    @Column(name = "ends_at", nullable = false, updatable = false)
    private Instant endsAt;

    @Column(name = "document", nullable = false)
    private String document;

    @Column(name = "heard_at", nullable = false)
    private Instant heardAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected SharedRow() {}

    public SharedRow(EnterpriseId enterprise, Sharing.Content content, Instant now) {
        super(enterprise, content.sharing().id());
        this.tenant = content.sharing().tenant();
        this.course = content.sharing().course();
        this.audience = content.sharing().audience();
        this.endsAt = content.sharing().endsAt();
        this.document = Definitions.write(content);
        this.heardAt = now;
    }

    /** The market has gone on saying what it shares. */
    public void says(Sharing.Content content, Instant now) {
        document = Definitions.write(content);
        heardAt = now;
    }

    public Sharing.Content content() {
        return Definitions.read(document, Sharing.Content.class);
    }

    public String tenant() {
        return tenant;
    }

    public String course() {
        return course;
    }

    public Instant heardAt() {
        return heardAt;
    }
}
