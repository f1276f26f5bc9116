package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.tenancy.EnterpriseStore;

/** The ids that blocks of masters have taken. */
@ApplicationScoped
public class BlockStore extends EnterpriseStore<BlockRow> {

    public BlockStore() {
        super(BlockRow.class);
    }

    public List<BlockRow> of(Asset asset) {
        return where(asset.enterprise(), "e.asset = :asset")
                .setParameter("asset", asset.id())
                .getResultList();
    }
}
