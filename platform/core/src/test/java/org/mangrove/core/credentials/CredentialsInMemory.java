package org.mangrove.core.credentials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.credentials.store.CredentialRow;
import org.mangrove.core.credentials.store.CredentialStore;
import org.mangrove.core.tenancy.TenantKey;
import org.mangrove.sdk.TenantId;

/** The rows of a test, which counts how often they are read. */
final class CredentialsInMemory extends CredentialStore {

    private final Map<TenantKey, CredentialRow> rows = new LinkedHashMap<>();
    int reads;

    @Override
    public void add(CredentialRow row) {
        rows.put(new TenantKey(row.tenant().number(), row.id()), row);
    }

    @Override
    public Optional<CredentialRow> find(TenantId tenant, UUID id) {
        reads++;
        return Optional.ofNullable(rows.get(new TenantKey(tenant.number(), id)));
    }

    @Override
    public List<CredentialRow> all(TenantId tenant) {
        return new ArrayList<>(rows.values().stream()
                .filter(row -> row.tenant().equals(tenant))
                .toList());
    }

    @Override
    public Optional<CredentialRow> findOpenClient(TenantId tenant, String client) {
        reads++;
        return all(tenant).stream()
                .filter(row -> row.client().filter(client::equals).isPresent()
                        && row.revokedAt().isEmpty())
                .findFirst();
    }
}
