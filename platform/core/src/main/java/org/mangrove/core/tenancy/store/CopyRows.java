package org.mangrove.core.tenancy.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mangrove.core.database.DatabaseName;
import org.mangrove.core.database.EveryTenant;
import org.mangrove.core.database.Sessions;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;

/** A cell's copies of the enterprises and tenants that it hosts. */
@ApplicationScoped
public class CopyRows {

    @Inject
    Sessions sessions;

    public void put(String cell, Enterprise enterprise) {
        sessions.of(DatabaseName.ofCell(cell))
                .createNativeMutationQuery("""
                        insert into tenancy_enterprise (enterprise_id, slug, definition) values (:enterprise, :slug, :definition)
                        on duplicate key update slug = values(slug), definition = values(definition)
                        """)
                .setParameter("enterprise", enterprise.id().number())
                .setParameter("slug", enterprise.slug())
                .setParameter("definition", Definitions.write(enterprise))
                .executeUpdate();
    }

    public void put(String cell, TenantProfile tenant) {
        sessions.of(DatabaseName.ofCell(cell))
                .createNativeMutationQuery("""
                        insert into tenancy_tenant (tenant_id, enterprise_id, slug, profile)
                        values (:tenant, :enterprise, :slug, :profile)
                        on duplicate key update slug = values(slug), profile = values(profile)
                        """)
                .setParameter("tenant", tenant.tenant().id().number())
                .setParameter("enterprise", tenant.enterprise().number())
                .setParameter("slug", tenant.tenant().slug())
                .setParameter("profile", Definitions.write(tenant))
                .executeUpdate();
    }

    /** Whether the number has another name in the cell, or the name another number. */
    public boolean isAnothers(String cell, Enterprise enterprise) {
        return sessions.of(DatabaseName.ofCell(cell))
                        .createNativeQuery(
                                EveryTenant.DIRECTORY.says("select count(*) from tenancy_enterprise"
                                        + " where (enterprise_id = :number) <> (slug = :slug)"),
                                Long.class)
                        .setParameter("number", enterprise.id().number())
                        .setParameter("slug", enterprise.slug())
                        .getSingleResult()
                > 0;
    }

    /** Whether the number has another name in the cell, or the name another number. */
    public boolean isAnothers(String cell, TenantProfile tenant) {
        return sessions.of(DatabaseName.ofCell(cell))
                        .createNativeQuery(
                                EveryTenant.DIRECTORY.says("select count(*) from tenancy_tenant"
                                        + " where (tenant_id = :number) <> (slug = :slug)"),
                                Long.class)
                        .setParameter("number", tenant.tenant().id().number())
                        .setParameter("slug", tenant.tenant().slug())
                        .getSingleResult()
                > 0;
    }

    public List<Enterprise> enterprises(String cell) {
        return sessions.of(DatabaseName.ofCell(cell))
                .createNativeQuery(
                        EveryTenant.DIRECTORY.says("select definition from tenancy_enterprise order by slug"),
                        String.class)
                .getResultStream()
                .map(definition -> Definitions.read(definition, Enterprise.class))
                .toList();
    }

    public List<TenantProfile> tenants(String cell) {
        return sessions.of(DatabaseName.ofCell(cell))
                .createNativeQuery(
                        EveryTenant.DIRECTORY.says("select profile from tenancy_tenant order by slug"), String.class)
                .getResultStream()
                .map(profile -> Definitions.read(profile, TenantProfile.class))
                .toList();
    }
}
