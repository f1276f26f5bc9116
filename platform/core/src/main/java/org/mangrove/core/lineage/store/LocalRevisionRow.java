package org.mangrove.core.lineage.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.LocalAct;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** One act by which a tenant's overlay came to be what it is, and all that held after it. */
@Entity
@Table(name = "lineage_local_revision")
public class LocalRevisionRow extends TenantOwned {

    @Column(name = "asset_type", nullable = false, updatable = false)
    private String type;

    @Column(name = "asset_slug", nullable = false, updatable = false)
    private String asset;

    @Column(name = "revision", nullable = false, updatable = false)
    private int revision;

    @Enumerated(EnumType.STRING)
    @Column(name = "act", nullable = false, updatable = false)
    private LocalAct act;

    @Column(name = "subjects", nullable = false, updatable = false)
    private String subjects;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    @Column(name = "written_by_person_id")
    private @Nullable UUID writtenBy;

    @Column(name = "written_at", nullable = false, updatable = false)
    private Instant writtenAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected LocalRevisionRow() {}

    public LocalRevisionRow(
            TenantId tenant,
            String type,
            Overlay overlay,
            LocalAct act,
            Collection<String> subjects,
            String reason,
            Optional<UUID> writtenBy,
            Instant writtenAt) {
        super(tenant, Uuids.next());
        this.type = type;
        this.asset = overlay.asset();
        this.revision = overlay.revision();
        this.act = act;
        this.subjects = String.join("\n", subjects);
        this.reason = reason;
        this.document = CanonicalJson.write(LineageJson.of(overlay));
        this.writtenBy = writtenBy.orElse(null);
        this.writtenAt = writtenAt;
    }

    public String type() {
        return type;
    }

    public String asset() {
        return asset;
    }

    public int revision() {
        return revision;
    }

    public LocalAct act() {
        return act;
    }

    public List<String> subjects() {
        return subjects.isEmpty() ? List.of() : List.of(subjects.split("\n"));
    }

    public String reason() {
        return reason;
    }

    public Overlay overlay() {
        return LineageJson.toOverlay(CanonicalJson.read(document));
    }

    public Optional<UUID> writtenBy() {
        return Optional.ofNullable(writtenBy);
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
