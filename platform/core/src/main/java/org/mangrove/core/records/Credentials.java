package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.identity.OpaqueToken;
import org.mangrove.core.records.store.CredentialRow;
import org.mangrove.core.records.store.CredentialStore;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/** Lets other systems of a tenant read its statements, and nothing else. */
@ApplicationScoped
public class Credentials {

    @Inject
    Tenants tenants;

    @Inject
    CredentialStore store;

    @Inject
    Clock clock;

    /** @param secret known from now on to whoever was given it, and to nobody else */
    public record Fresh(CredentialKey key, OpaqueToken secret) {}

    @Transactional
    public Fresh create(TenantProfile tenant) {
        var fresh = new Fresh(new CredentialKey(tenant.tenant().slug(), Uuids.next()), OpaqueToken.next());
        store.add(new CredentialRow(
                tenant.tenant().id(), fresh.key().id(), fresh.secret().hash(), clock.instant()));
        return fresh;
    }

    /** Lets nobody in by it any more. Once more does no harm. */
    @Transactional
    public void revoke(TenantProfile tenant, CredentialKey key) {
        Optional.of(key)
                .filter(there -> there.tenant().equals(tenant.tenant().slug()))
                .flatMap(there -> store.find(tenant.tenant().id(), there.id()))
                .orElseThrow(() -> new NotFound(Message.of("records.credential.not-found")))
                .revoke(clock.instant());
    }

    /** The tenant whose statements may be read by whoever shows these; empty whatever is wrong with them. */
    @Transactional
    public Optional<TenantProfile> check(String key, String secret) {
        Optional<CredentialKey> named = CredentialKey.read(key);
        Optional<OpaqueToken> token = OpaqueToken.read(secret);
        if (named.isEmpty() || token.isEmpty()) {
            return Optional.empty();
        }
        return tenants.findBySlug(named.get().tenant())
                .filter(tenant -> store.find(tenant.tenant().id(), named.get().id())
                        .filter(row -> row.admits(token.get().hash()))
                        .isPresent());
    }
}
