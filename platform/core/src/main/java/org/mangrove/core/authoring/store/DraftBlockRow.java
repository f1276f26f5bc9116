package org.mangrove.core.authoring.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What a block of a draft says, or said once. */
@Entity
@Table(name = "authoring_block")
public class DraftBlockRow extends EnterpriseOwned {

    @Column(name = "draft_id", nullable = false, updatable = false)
    private UUID draft;

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "content", nullable = false, updatable = false)
    private String content;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected DraftBlockRow() {}

    public DraftBlockRow(EnterpriseId enterprise, UUID draft, Digest digest, String content) {
        super(enterprise, Uuids.next());
        this.draft = draft;
        this.digest = digest.hex();
        this.content = content;
    }

    public String digest() {
        return digest;
    }

    public String content() {
        return content;
    }
}
