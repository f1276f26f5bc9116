package org.mangrove.core.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.mangrove.core.records.store.CredentialRow;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;

/**
 * Credentials in memory, as they were some seconds ago at most: so that asking thousands of times a second costs the database
 * nothing, and what another node has revoked does not live on here.
 */
@ApplicationScoped
class KnownCredentials {

    /** For so long a node believes what it has read. */
    static final Duration BELIEVED = Duration.ofSeconds(3);

    private static final int REMEMBERED = 20_000;

    @Inject
    Tenants tenants;

    @Inject
    CredentialBook book;

    @Inject
    Statements statements;

    private final Cache<CredentialKey, Optional<KnownCredential>> byKey;
    private final Cache<ClientName, Optional<KnownCredential>> byClient;

    KnownCredentials() {
        this(Ticker.systemTicker());
    }

    KnownCredentials(Ticker ticker) {
        byKey = remembered(ticker);
        byClient = remembered(ticker);
    }

    Optional<KnownCredential> find(CredentialKey key) {
        return byKey.get(key, this::read);
    }

    Optional<KnownCredential> find(ClientName client) {
        return byClient.get(client, this::read);
    }

    void forget(Credential credential) {
        CredentialKey.read(credential.name()).ifPresent(byKey::invalidate);
        ClientName.read(credential.name()).ifPresent(byClient::invalidate);
    }

    private Optional<KnownCredential> read(CredentialKey key) {
        return tenants.findBySlug(key.tenant())
                .flatMap(tenant -> book.find(tenant.tenant().id(), key.id()).map(row -> known(tenant, row)));
    }

    private Optional<KnownCredential> read(ClientName client) {
        return tenants.findBySlug(client.tenant())
                .flatMap(tenant ->
                        book.findClient(tenant.tenant().id(), client.text()).map(row -> known(tenant, row)));
    }

    private KnownCredential known(TenantProfile tenant, CredentialRow row) {
        Terms terms = row.terms();
        String name = new CredentialKey(tenant.tenant().slug(), row.id()).text();
        return new KnownCredential(
                row, new XapiCaller(tenant, row.id(), authority(tenant, terms.title(), name), terms.scopes()));
    }

    private ObjectNode authority(TenantProfile tenant, String title, String name) {
        var agent = JsonNodeFactory.instance.objectNode().put("objectType", "Agent");
        agent.put("name", title);
        agent.putObject("account").put("homePage", statements.home(tenant)).put("name", name);
        return agent;
    }

    private static <K> Cache<K, Optional<KnownCredential>> remembered(Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(BELIEVED)
                .ticker(ticker)
                .build();
    }
}
