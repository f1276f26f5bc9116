package org.mangrove.core.credentials;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.credentials.store.CredentialChanges;
import org.mangrove.core.credentials.store.CredentialRow;
import org.mangrove.core.credentials.store.CredentialStore;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.identity.OpaqueToken;
import org.mangrove.core.refusal.Refusal.Conflict;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** The credentials of tenants as they are written down. */
@ApplicationScoped
class CredentialBook {

    @Inject
    CredentialStore store;

    @Inject
    CredentialChanges changes;

    @Inject
    Clock clock;

    @Transactional
    public Credentials.Fresh create(TenantProfile tenant, Optional<UUID> by, Terms terms) {
        var fresh = new Credentials.Fresh(new CredentialKey(tenant.tenant().slug(), Uuids.next()), OpaqueToken.next());
        store.add(CredentialRow.ofSecret(
                tenant.tenant().id(), fresh.key().id(), fresh.secret().hash(), terms, by, clock.instant()));
        return fresh;
    }

    /** @throws Conflict if the client has a credential that is not revoked */
    @Transactional
    @AgainIfOvertaken
    public Credential register(TenantProfile tenant, Optional<UUID> by, String client, Terms terms) {
        if (store.findOpenClient(tenant.tenant().id(), client).isPresent()) {
            throw new Conflict(
                    Message.of("credentials.credential.client-is-there").with("client", client));
        }
        var row = CredentialRow.ofClient(tenant.tenant().id(), Uuids.next(), client, terms, by, clock.instant());
        store.add(row);
        changes.count(tenant.tenant().id());
        return shown(tenant, row);
    }

    @Transactional
    public Credential revoke(TenantProfile tenant, Optional<UUID> by, UUID id) {
        CredentialRow row = store.find(tenant.tenant().id(), id)
                .orElseThrow(() -> new NotFound(Message.of("credentials.credential.not-found")));
        row.revoke(by, clock.instant());
        changes.count(tenant.tenant().id());
        return shown(tenant, row);
    }

    @Transactional
    public Credential assign(TenantProfile tenant, UUID id, String component) {
        CredentialRow row = store.find(tenant.tenant().id(), id)
                .orElseThrow(() -> new NotFound(Message.of("credentials.credential.not-found")));
        row.belongTo(component);
        changes.count(tenant.tenant().id());
        return shown(tenant, row);
    }

    @Transactional
    public void used(TenantId tenant, UUID id, Instant at) {
        store.find(tenant, id).ifPresent(row -> row.usedAt(at));
    }

    @Transactional
    public List<Credential> all(TenantProfile tenant) {
        return store.all(tenant.tenant().id()).stream()
                .map(row -> shown(tenant, row))
                .toList();
    }

    @Transactional
    public Optional<Credential> find(TenantProfile tenant, UUID id) {
        return store.find(tenant.tenant().id(), id).map(row -> shown(tenant, row));
    }

    @Transactional
    public Optional<CredentialRow> find(TenantId tenant, UUID id) {
        return store.find(tenant, id);
    }

    @Transactional
    public Optional<CredentialRow> findClient(TenantId tenant, String client) {
        return store.findOpenClient(tenant, client);
    }

    /** How often credentials of a cell have been changed after they were made; so long as it stays, so do they. */
    @Transactional
    public long changes(String cell) {
        return changes.counted(cell);
    }

    private static Credential shown(TenantProfile tenant, CredentialRow row) {
        return new Credential(
                row.id(),
                row.client().orElseGet(() -> new CredentialKey(tenant.tenant().slug(), row.id()).text()),
                row.client().isPresent(),
                row.terms(),
                row.createdBy(),
                row.createdAt(),
                row.revokedBy(),
                row.revokedAt(),
                row.lastUsedAt());
    }
}
