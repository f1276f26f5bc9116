package org.mangrove.core.tenancy.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.mangrove.core.database.EveryTenant;
import org.mangrove.core.tenancy.CoreDatabase;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.Space;
import org.mangrove.core.tenancy.SpaceKind;
import org.mangrove.core.tenancy.TenantProfile;

/** The core's rows of enterprises, spaces and tenants. */
@ApplicationScoped
public class RegisterRows {

    @Inject
    CoreDatabase core;

    @Inject
    Clock clock;

    /** The number that was given to a name, or the next one, which is then given for ever. */
    public int numberOf(String kind, String slug) {
        Session session = core.session();
        Optional<Integer> given = session.createNativeQuery(
                        "select number from tenancy_number where kind = :kind and slug = :slug", Integer.class)
                .setParameter("kind", kind)
                .setParameter("slug", slug)
                .uniqueResultOptional();
        return given.orElseGet(() -> {
            int next = session.createNativeQuery(
                            "select coalesce(max(number), 0) + 1 from tenancy_number where kind = :kind for update",
                            Integer.class)
                    .setParameter("kind", kind)
                    .getSingleResult();
            session.createNativeMutationQuery(
                            "insert into tenancy_number (number, kind, slug, given_at) values (:number, :kind, :slug, :now)")
                    .setParameter("number", next)
                    .setParameter("kind", kind)
                    .setParameter("slug", slug)
                    .setParameter("now", Timestamp.from(clock.instant()))
                    .executeUpdate();
            return next;
        });
    }

    public Optional<Enterprise> find(EnterpriseId enterprise) {
        return core.session()
                .createNativeQuery(
                        "select definition from tenancy_enterprise where enterprise_id = :enterprise", String.class)
                .setParameter("enterprise", enterprise.number())
                .uniqueResultOptional()
                .map(definition -> Definitions.read(definition, Enterprise.class));
    }

    /** @return whether anything changed */
    public boolean save(Enterprise enterprise) {
        var definition = Definitions.write(enterprise);
        var there = core.session()
                .createNativeQuery(
                        "select definition from tenancy_enterprise where enterprise_id = :enterprise", String.class)
                .setParameter("enterprise", enterprise.id().number())
                .uniqueResultOptional();
        if (there.filter(definition::equals).isPresent()) {
            return false;
        }
        core.session()
                .createNativeMutationQuery("""
                        insert into tenancy_enterprise (enterprise_id, slug, definition, changed_at)
                        values (:enterprise, :slug, :definition, :now)
                        on duplicate key update definition = values(definition), changed_at = values(changed_at)
                        """)
                .setParameter("enterprise", enterprise.id().number())
                .setParameter("slug", enterprise.slug())
                .setParameter("definition", definition)
                .setParameter("now", Timestamp.from(clock.instant()))
                .executeUpdate();
        return true;
    }

    /** Finds the space of that name or makes it, and writes what is said of it. */
    public Space save(
            EnterpriseId enterprise,
            SpaceKind kind,
            String slug,
            Optional<String> parent,
            Map<Locale, String> names,
            List<String> jurisdictions,
            UUID idIfNew) {
        var parentId = parent.map(above -> findSpace(enterprise, above)
                .orElseThrow(() -> new IllegalArgumentException("There is no space " + above)));
        var id = findSpace(enterprise, slug).orElse(idIfNew);
        core.session()
                .createNativeMutationQuery("""
                        insert into tenancy_space (enterprise_id, id, kind, parent_id, slug, names, jurisdictions)
                        values (:enterprise, :id, :kind, :parent, :slug, :names, :jurisdictions)
                        on duplicate key update parent_id = values(parent_id), names = values(names),
                          jurisdictions = values(jurisdictions)
                        """)
                .setParameter("enterprise", enterprise.number())
                .setParameter("id", id)
                .setParameter("kind", kind.name())
                .setParameter("parent", parentId.orElse(null), UUID.class)
                .setParameter("slug", slug)
                .setParameter("names", Definitions.write(names))
                .setParameter("jurisdictions", Definitions.write(jurisdictions))
                .executeUpdate();
        return new Space(enterprise, id, kind, slug, parent, names, jurisdictions);
    }

    public Optional<UUID> findSpace(EnterpriseId enterprise, String slug) {
        return core.session()
                .createNativeQuery(
                        "select id from tenancy_space where enterprise_id = :enterprise and slug = :slug", UUID.class)
                .setParameter("enterprise", enterprise.number())
                .setParameter("slug", slug)
                .uniqueResultOptional();
    }

    /** @return whether anything changed */
    public boolean save(TenantProfile tenant, UUID space) {
        var profile = Definitions.write(tenant);
        var there = core.session()
                .createNativeQuery(
                        "select 1 from tenancy_tenant where enterprise_id = :enterprise and profile = :profile limit 1",
                        Integer.class)
                .setParameter("enterprise", tenant.enterprise().number())
                .setParameter("profile", profile)
                .uniqueResultOptional();
        if (there.isPresent()) {
            return false;
        }
        core.session()
                .createNativeMutationQuery("""
                        insert into tenancy_tenant
                          (enterprise_id, tenant_number, slug, space_id, cell, profile, changed_at)
                        values (:enterprise, :tenant, :slug, :space, :cell, :profile, :now)
                        on duplicate key update space_id = values(space_id), cell = values(cell),
                          profile = values(profile), changed_at = values(changed_at)
                        """)
                .setParameter("enterprise", tenant.enterprise().number())
                .setParameter("tenant", tenant.tenant().id().number())
                .setParameter("slug", tenant.tenant().slug())
                .setParameter("space", space)
                .setParameter("cell", tenant.cell())
                .setParameter("profile", profile)
                .setParameter("now", Timestamp.from(clock.instant()))
                .executeUpdate();
        return true;
    }

    public List<Enterprise> enterprises() {
        return core.session()
                .createNativeQuery(
                        EveryTenant.DIRECTORY.says("select definition from tenancy_enterprise order by slug"),
                        String.class)
                .getResultStream()
                .map(definition -> Definitions.read(definition, Enterprise.class))
                .toList();
    }

    public List<TenantProfile> tenantsOf(EnterpriseId enterprise) {
        return core.session()
                .createNativeQuery(
                        "select profile from tenancy_tenant where enterprise_id = :enterprise order by slug",
                        String.class)
                .setParameter("enterprise", enterprise.number())
                .getResultStream()
                .map(profile -> Definitions.read(profile, TenantProfile.class))
                .toList();
    }

    public boolean isKeptBy(EnterpriseId enterprise, String tenant, String cell) {
        return core.session()
                .createNativeQuery(
                        "select 1 from tenancy_tenant where enterprise_id = :enterprise and slug = :slug and cell = :cell",
                        Integer.class)
                .setParameter("enterprise", enterprise.number())
                .setParameter("slug", tenant)
                .setParameter("cell", cell)
                .uniqueResultOptional()
                .isPresent();
    }

    public List<TenantProfile> tenants() {
        return core.session()
                .createNativeQuery(
                        EveryTenant.DIRECTORY.says("select profile from tenancy_tenant order by slug"), String.class)
                .getResultStream()
                .map(profile -> Definitions.read(profile, TenantProfile.class))
                .toList();
    }
}
