package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** An id that a master's block has taken for ever, also when later versions leave the block out. */
@Entity
@Table(name = "content_block")
public class BlockRow extends EnterpriseOwned {

    @Column(name = "asset_id", nullable = false, updatable = false)
    private UUID asset;

    @Column(name = "slug", nullable = false, updatable = false)
    private String slug;

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Column(name = "since_number", nullable = false, updatable = false)
    private int since;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected BlockRow() {}

    public BlockRow(Asset asset, Block block, int since) {
        super(asset.enterprise(), Uuids.next());
        this.asset = asset.id();
        this.slug = block.id();
        this.kind = block.kind().name();
        this.since = since;
    }

    public String slug() {
        return slug;
    }

    public String kind() {
        return kind;
    }
}
