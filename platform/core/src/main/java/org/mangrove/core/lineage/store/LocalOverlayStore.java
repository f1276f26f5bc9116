package org.mangrove.core.lineage.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What tenants themselves say otherwise. */
@ApplicationScoped
public class LocalOverlayStore extends TenantStore<LocalOverlayRow> {

    public LocalOverlayStore() {
        super(LocalOverlayRow.class);
    }

    public List<LocalOverlayMark> marks(TenantId tenant, String type, int most) {
        return query(tenant, """
                        select new org.mangrove.core.lineage.store.LocalOverlayMark(
                            e.id, e.asset, e.revision, e.digest, coalesce(e.joinedWith, ''))
                        from LocalOverlayRow e where e.tenant = :tenant and e.type = :type order by e.asset""", LocalOverlayMark.class)
                .setParameter("type", type)
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<LocalOverlayRow> find(TenantId tenant, String type, String asset) {
        return where(tenant, "e.type = :type and e.asset = :asset")
                .setParameter("type", type)
                .setParameter("asset", asset)
                .uniqueResultOptional();
    }

    /** As {@link #find(TenantId, String, String)}, and nobody else writes it before this transaction ends. */
    public Optional<LocalOverlayRow> hold(TenantId tenant, String type, String asset) {
        return where(tenant, "e.type = :type and e.asset = :asset")
                .setParameter("type", type)
                .setParameter("asset", asset)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /** @return whether the overlay was still at that revision */
    public boolean joinedWith(TenantId tenant, String type, String asset, int revision, Digest above) {
        return change(tenant, """
                        update LocalOverlayRow e set e.joinedWith = :above
                        where e.tenant = :tenant and e.type = :type and e.asset = :asset and e.revision = :revision""")
                        .setParameter("above", above.hex())
                        .setParameter("type", type)
                        .setParameter("asset", asset)
                        .setParameter("revision", revision)
                        .executeUpdate()
                == 1;
    }

    /** Adds an overlay that says nothing yet, if there is none. Either way there is one afterwards that can be held. */
    public void begin(TenantId tenant, String type, Overlay nothing) {
        session(tenant)
                .createNativeMutationQuery("insert ignore into lineage_local_overlay"
                        + " (tenant_id, id, asset_type, asset_slug, revision, digest, document)"
                        + " values (:tenant, :id, :type, :asset, :revision, :digest, :document)")
                .setParameter("tenant", tenant.number())
                .setParameter("id", Uuids.next())
                .setParameter("type", type)
                .setParameter("asset", nothing.asset())
                .setParameter("revision", nothing.revision())
                .setParameter("digest", nothing.digest().hex())
                .setParameter("document", CanonicalJson.write(LineageJson.of(nothing)))
                .executeUpdate();
    }
}
