package org.mangrove.core.credentials;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.mangrove.core.credentials.store.CredentialRow;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.TenantId;

/**
 * Credentials in memory, so that asking thousands of times a second costs the database nothing. Every few seconds a node asks
 * each cell whether any credential was changed there, one question for all tenants: what another node has revoked does not
 * live on here.
 */
@ApplicationScoped
class KnownCredentials {

    /** For so long a node believes that nothing was changed. */
    static final Duration BELIEVED = Duration.ofSeconds(3);

    /** What follows from elsewhere, such as the name of the tenant, is as old as this at most. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int REMEMBERED = 20_000;

    @Inject
    Tenants tenants;

    @Inject
    CredentialBook book;

    @Inject
    Addresses addresses;

    private final Cache<CredentialKey, Remembered> byKey;
    private final Cache<ClientName, Remembered> byClient;
    private final Cache<String, Long> changes;

    /** @param changes how many there had been in the cell before it was read */
    private record Remembered(long changes, Optional<KnownCredential> credential) {}

    KnownCredentials() {
        this(Ticker.systemTicker());
    }

    KnownCredentials(Ticker ticker) {
        byKey = remembered(ticker, LONGEST);
        byClient = remembered(ticker, LONGEST);
        changes = remembered(ticker, BELIEVED);
    }

    Optional<KnownCredential> find(CredentialKey key) {
        return tenants.findBySlug(key.tenant())
                .flatMap(tenant -> find(byKey, key, tenant, id -> book.find(id, key.id())));
    }

    Optional<KnownCredential> find(ClientName client) {
        return tenants.findBySlug(client.tenant())
                .flatMap(tenant -> find(byClient, client, tenant, id -> book.findClient(id, client.text())));
    }

    void forget(Credential credential) {
        CredentialKey.read(credential.name()).ifPresent(byKey::invalidate);
        ClientName.read(credential.name()).ifPresent(byClient::invalidate);
    }

    private <K> Optional<KnownCredential> find(
            Cache<K, Remembered> cache,
            K key,
            TenantProfile tenant,
            Function<TenantId, Optional<CredentialRow>> reading) {
        TenantId id = tenant.tenant().id();
        long now = changes.get(tenant.cell(), book::changes);
        Remembered before = cache.getIfPresent(key);
        if (before != null && before.changes() == now) {
            return before.credential();
        }
        var read = new Remembered(now, reading.apply(id).map(row -> known(tenant, row)));
        cache.put(key, read);
        return read.credential();
    }

    private KnownCredential known(TenantProfile tenant, CredentialRow row) {
        Terms terms = row.terms();
        String name = new CredentialKey(tenant.tenant().slug(), row.id()).text();
        return new KnownCredential(
                row,
                new XapiCaller(
                        tenant,
                        row.id(),
                        Purposes.isEvidence(tenant, terms.purpose()),
                        authority(tenant, terms.title(), name),
                        terms.scopes()));
    }

    private ObjectNode authority(TenantProfile tenant, String title, String name) {
        var agent = JsonNodeFactory.instance.objectNode().put("objectType", "Agent");
        agent.put("name", title);
        agent.putObject("account").put("homePage", addresses.home(tenant)).put("name", name);
        return agent;
    }

    private static <K, V> Cache<K, V> remembered(Ticker ticker, Duration time) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(time)
                .ticker(ticker)
                .build();
    }
}
