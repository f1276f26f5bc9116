package org.mangrove.core.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.store.RegisterRows;
import org.mangrove.sdk.TenantId;

/** The core's book of enterprises, their spaces and tenants. Every method joins or begins a transaction in the core. */
@ApplicationScoped
@Transactional
public class TenantRegister {

    @Inject
    RegisterRows rows;

    /** The enterprise's number: the one it was given, or a new one. */
    public EnterpriseId numberOfEnterprise(String slug) {
        return new EnterpriseId(rows.numberOf("ENTERPRISE", slug));
    }

    /** The tenant's number: the one it was given, or a new one. */
    public TenantId numberOfTenant(String slug) {
        return new TenantId(rows.numberOf("TENANT", slug));
    }

    /** @return whether anything changed */
    public boolean save(Enterprise enterprise) {
        return rows.save(enterprise);
    }

    /** Finds or makes a GLOBAL or REGION space, whose parent is there already. */
    public Space save(
            EnterpriseId enterprise,
            SpaceKind kind,
            String slug,
            Optional<String> parent,
            Map<Locale, String> names,
            List<String> jurisdictions) {
        return rows.save(enterprise, kind, slug, parent, names, jurisdictions, Uuids.next());
    }

    /** Writes a tenant and the space of its own, below its region or below {@code global}. */
    public boolean save(TenantProfile tenant) {
        var space = rows.save(
                tenant.enterprise(),
                SpaceKind.TENANT,
                tenant.tenant().slug(),
                Optional.of(tenant.region().orElse("global")),
                tenant.names(),
                tenant.tenant().jurisdictions(),
                Uuids.next());
        return rows.save(tenant, space.id());
    }

    /** @throws IllegalStateException if no enterprise has that number */
    public Enterprise must(EnterpriseId enterprise) {
        return rows.find(enterprise)
                .orElseThrow(() -> new IllegalStateException("There is no enterprise " + enterprise));
    }

    public List<Enterprise> enterprises() {
        return rows.enterprises();
    }

    /** The enterprise's tenants, in whatever cells. */
    public List<TenantProfile> tenantsOf(EnterpriseId enterprise) {
        return rows.tenantsOf(enterprise);
    }

    /** Whether a tenant of the enterprise lives in a cell: no cell speaks for another's, nor for one that does not exist. */
    public boolean isKeptBy(EnterpriseId enterprise, String tenant, String cell) {
        return rows.isKeptBy(enterprise, tenant, cell);
    }

    /** All tenants of all cells. */
    public List<TenantProfile> tenants() {
        return rows.tenants();
    }
}
