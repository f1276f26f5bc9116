package org.mangrove.core.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.tenancy.store.CopyRows;
import org.mangrove.core.tenancy.store.RegisterRows;
import org.mangrove.sdk.TenantId;

/** The tenants and enterprises that this node serves, in memory; loaded from its cells' copies and, in the core, from the book. */
@ApplicationScoped
public class TenantDirectory implements Tenants {

    @Inject
    CopyRows copies;

    @Inject
    RegisterRows register;

    private final Map<TenantId, TenantProfile> tenants = new ConcurrentHashMap<>();
    private final Map<String, TenantId> tenantsBySlug = new ConcurrentHashMap<>();
    private final Map<EnterpriseId, Enterprise> enterprises = new ConcurrentHashMap<>();
    private final Map<String, EnterpriseId> enterprisesBySlug = new ConcurrentHashMap<>();

    /** Writes what the feed brought into the cell's copy. To be followed by {@link #loadCell} once that is committed. */
    @Transactional
    public void store(String cell, Enterprise enterprise) {
        copies.put(cell, enterprise);
    }

    /** Writes what the feed brought into the cell's copy. To be followed by {@link #loadCell} once that is committed. */
    @Transactional
    public void store(String cell, TenantProfile tenant) {
        copies.put(cell, tenant);
    }

    /** Whether its number has another name in the cell, or its name another number: as the cell's rows have it now. */
    @Transactional
    public boolean isAnothers(String cell, Enterprise enterprise) {
        return copies.isAnothers(cell, enterprise);
    }

    /** Whether its number has another name in the cell, or its name another number: as the cell's rows have it now. */
    @Transactional
    public boolean isAnothers(String cell, TenantProfile tenant) {
        return copies.isAnothers(cell, tenant);
    }

    /** Reads what a cell hosts. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void loadCell(String cell) {
        copies.enterprises(cell).forEach(this::remember);
        copies.tenants(cell).forEach(tenant -> {
            tenants.put(tenant.tenant().id(), tenant);
            tenantsBySlug.put(tenant.tenant().slug(), tenant.tenant().id());
        });
    }

    /** Reads the enterprises whose core this node serves. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void loadCore() {
        register.enterprises().forEach(this::remember);
    }

    private void remember(Enterprise enterprise) {
        enterprises.put(enterprise.id(), enterprise);
        enterprisesBySlug.put(enterprise.slug(), enterprise.id());
    }

    @Override
    public Optional<TenantProfile> find(TenantId tenant) {
        return Optional.ofNullable(tenants.get(tenant));
    }

    @Override
    public Optional<TenantProfile> findBySlug(String slug) {
        return Optional.ofNullable(tenantsBySlug.get(slug)).flatMap(this::find);
    }

    @Override
    public List<TenantProfile> all() {
        return tenants.values().stream()
                .sorted(Comparator.comparing(tenant -> tenant.tenant().slug()))
                .toList();
    }

    @Override
    public Optional<Enterprise> findEnterprise(EnterpriseId enterprise) {
        return Optional.ofNullable(enterprises.get(enterprise));
    }

    @Override
    public Optional<Enterprise> findEnterpriseBySlug(String slug) {
        return Optional.ofNullable(enterprisesBySlug.get(slug)).flatMap(this::findEnterprise);
    }

    @Override
    public List<Enterprise> allEnterprises() {
        return enterprises.values().stream()
                .sorted(Comparator.comparing(Enterprise::slug))
                .toList();
    }
}
