package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Versions of masters. */
@ApplicationScoped
public class AssetVersionStore extends EnterpriseStore<AssetVersionRow> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    public AssetVersionStore() {
        super(AssetVersionRow.class);
    }

    public Optional<AssetVersionRow> findLatest(Asset asset) {
        return where(asset.enterprise(), "e.asset = :asset", "e.number desc")
                .setParameter("asset", asset.id())
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    public Optional<AssetVersionRow> find(Asset asset, int number) {
        return where(asset.enterprise(), "e.asset = :asset and e.number = :number")
                .setParameter("asset", asset.id())
                .setParameter("number", number)
                .uniqueResultOptional();
    }

    /** The versions of one master, the newest first. */
    public List<AssetVersionRow> of(Asset asset, int most) {
        return where(asset.enterprise(), "e.asset = :asset", "e.number desc")
                .setParameter("asset", asset.id())
                .setMaxResults(most)
                .getResultList();
    }

    /** The versions behind one, in the order in which they were published, that one among them. */
    public List<AssetVersionRow> since(Asset asset, int number) {
        return where(asset.enterprise(), "e.asset = :asset and e.number >= :number", "e.number")
                .setParameter("asset", asset.id())
                .setParameter("number", number)
                .getResultList();
    }

    /** The newest version of every master. */
    public List<AssetVersionRow> latest(EnterpriseId enterprise, int most) {
        return where(enterprise, """
                        e.number = (select max(v.number) from AssetVersionRow v
                          where v.enterprise = :enterprise and v.asset = e.asset)""", "e.id").setMaxResults(most).getResultList();
    }

    /** The newest version of some masters, in an order that stays. @param after the last one of those before */
    public List<AssetVersionRow> latest(EnterpriseId enterprise, Optional<UUID> after, int most) {
        return where(enterprise, """
                        e.number = (select max(v.number) from AssetVersionRow v
                          where v.enterprise = :enterprise and v.asset = e.asset) and e.id > :after""", "e.id")
                .setParameter("after", after.orElse(BEFORE_ALL))
                .setMaxResults(most)
                .getResultList();
    }

    /** The one that was published before all others. */
    public Optional<AssetVersionRow> findFirst(EnterpriseId enterprise) {
        return where(enterprise, "1 = 1", "e.id").setMaxResults(1).uniqueResultOptional();
    }
}
