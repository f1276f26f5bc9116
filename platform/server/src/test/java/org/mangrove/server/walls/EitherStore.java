package org.mangrove.server.walls;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.content.store.Asset;
import org.mangrove.core.content.store.MediaCopy;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;
import org.mangrove.server.store.Probe;

/** Stores that ask for rows which fit one thing or another, and every row does. */
final class EitherStore {

    private static final String EITHER = "e.id is null or e.id is not null";

    private EitherStore() {}

    @ApplicationScoped
    public static class OfTenants extends TenantStore<Probe> {

        public OfTenants() {
            super(Probe.class);
        }

        public List<Probe> all(TenantId tenant) {
            return where(tenant, EITHER).getResultList();
        }

        public List<Probe> inOrder(TenantId tenant) {
            return where(tenant, EITHER, "e.id").getResultList();
        }

        public long count(TenantId tenant) {
            return countWhere(tenant, EITHER).getSingleResult();
        }
    }

    @ApplicationScoped
    public static class OfTheCore extends EnterpriseStore<Asset> {

        public OfTheCore() {
            super(Asset.class);
        }

        public List<Asset> all(EnterpriseId enterprise) {
            return where(enterprise, EITHER).getResultList();
        }

        public List<Asset> inOrder(EnterpriseId enterprise) {
            return where(enterprise, EITHER, "e.id").getResultList();
        }
    }

    @ApplicationScoped
    public static class OfCopies extends EnterpriseCopyStore<MediaCopy> {

        public OfCopies() {
            super(MediaCopy.class);
        }

        public List<MediaCopy> all(TenantProfile tenant) {
            return where(tenant, EITHER).getResultList();
        }
    }
}
