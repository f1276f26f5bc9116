package org.mangrove.core.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.database.DatabaseName;
import org.mangrove.core.database.Sessions;
import org.mangrove.core.database.Snapshots;
import org.mangrove.sdk.TenantId;

/** Finds the database in which a tenant's rows lie. For stores only. */
@ApplicationScoped
public class Cells {

    @Inject
    Sessions sessions;

    @Inject
    Snapshots snapshots;

    @Inject
    Tenants tenants;

    @Inject
    Configuration configuration;

    /** The cells that this node serves. */
    public List<String> all() {
        return configuration.cells();
    }

    /** @throws IllegalStateException if this node does not serve the tenant */
    public Session sessionOf(TenantId tenant) {
        return sessionOfCell(cellOf(tenant));
    }

    /** For what the platform keeps in a cell beside tenants' rows: read copies, positions, the outbox as a whole. */
    public Session sessionOfCell(String cell) {
        return sessions.of(DatabaseName.ofCell(cell));
    }

    /** Work that only asks, and needs no transaction; see {@link Sessions#reading}. */
    public <T> T reading(Supplier<T> work) {
        return sessions.reading(work);
    }

    /** Work that sees a cell as it was at one moment; to be called first in a transaction. */
    public <T> T inSnapshot(String cell, Supplier<T> work) {
        return snapshots.of(DatabaseName.ofCell(cell), work);
    }

    /** @throws IllegalStateException if this node does not serve the tenant */
    public String cellOf(TenantId tenant) {
        return tenants.find(tenant)
                .map(TenantProfile::cell)
                .orElseThrow(() -> new IllegalStateException("This node does not serve tenant " + tenant));
    }
}
