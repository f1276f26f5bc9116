package org.mangrove.core.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.identity.OpaqueToken;
import org.mangrove.core.records.store.CredentialRow;
import org.mangrove.core.records.store.CredentialStore;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantKey;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantsInMemory;
import org.mangrove.sdk.TenantId;

class CredentialsTest {

    private static final TenantProfile BERLIN = SampleTenants.of(SampleTenants.BERLIN);
    private static final TenantProfile OSAKA = SampleTenants.of(SampleTenants.OSAKA);

    private static final Terms READING =
            new Terms("Data warehouse", Set.of(Scope.STATEMENTS_READ), Optional.empty(), Optional.empty());

    private final Credentials credentials = credentials();
    private final Credentials.Fresh berlins = credentials.create(BERLIN, Optional.empty(), READING);

    @Test
    void lets_in_whoever_knows_key_and_secret() {
        assertThat(check(berlins.key().text(), berlins.secret())).contains(BERLIN);
    }

    @Test
    void lets_nobody_in_by_another_secret() {
        var other = credentials.create(BERLIN, Optional.empty(), READING);

        assertThat(check(berlins.key().text(), other.secret())).isEmpty();
        assertThat(check(berlins.key().text(), OpaqueToken.next())).isEmpty();
        assertThat(credentials.check(berlins.key().text(), "")).isEmpty();
    }

    @Test
    void a_key_does_not_open_another_tenant() {
        String elsewhere = new CredentialKey("acme-jp", berlins.key().id()).text();

        assertThat(check(elsewhere, berlins.secret())).isEmpty();
        assertThat(check("nobody." + berlins.key().id(), berlins.secret())).isEmpty();
        assertThat(check(berlins.key().id().toString(), berlins.secret())).isEmpty();
    }

    @Test
    void lets_nobody_in_once_it_is_revoked() {
        credentials.revoke(BERLIN, Optional.empty(), berlins.key().id());
        credentials.revoke(BERLIN, Optional.empty(), berlins.key().id());

        assertThat(check(berlins.key().text(), berlins.secret())).isEmpty();
    }

    @Test
    void another_tenant_cannot_revoke_it() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> credentials.revoke(
                        OSAKA, Optional.empty(), berlins.key().id()));
        assertThat(check(berlins.key().text(), berlins.secret())).contains(BERLIN);
    }

    private Optional<TenantProfile> check(String key, OpaqueToken secret) {
        return credentials.check(key, secret.text()).map(XapiCaller::tenant);
    }

    private static Credentials credentials() {
        var service = new Credentials();
        service.clock = Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneOffset.UTC);
        service.book = new CredentialBook();
        service.book.clock = service.clock;
        service.book.store = new CredentialsInMemory();
        service.statements = new Statements();
        service.statements.configuration = new Configuration();
        service.tenants = TenantsInMemory.of(BERLIN, OSAKA);
        return service;
    }

    private static final class CredentialsInMemory extends CredentialStore {

        private final Map<TenantKey, CredentialRow> rows = new HashMap<>();

        @Override
        public void add(CredentialRow row) {
            rows.put(new TenantKey(row.tenant().number(), row.id()), row);
        }

        @Override
        public Optional<CredentialRow> find(TenantId tenant, UUID id) {
            return Optional.ofNullable(rows.get(new TenantKey(tenant.number(), id)));
        }
    }
}
