package org.mangrove.core.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.mangrove.core.identity.OpaqueToken;
import org.mangrove.core.records.store.CredentialRow;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/**
 * With what other systems of a tenant sign in to its learning record store, and what each of them may do there.
 *
 * <p>What is written down of a credential is read again after some seconds, so that asking thousands of times a second costs
 * the database nothing. A credential that is revoked lets nobody in on this node from then on, and on the cell's other nodes
 * after those seconds.
 */
@ApplicationScoped
public class Credentials {

    /** For so long a node believes what it has read. */
    static final Duration BELIEVED = Duration.ofSeconds(3);

    private static final Duration USE_IS_WRITTEN_DOWN_EVERY = Duration.ofMinutes(10);
    private static final int REMEMBERED = 20_000;
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_PER_SECOND = 100_000;

    @Inject
    Tenants tenants;

    @Inject
    CredentialBook book;

    @Inject
    Statements statements;

    @Inject
    Clock clock;

    private final Cache<CredentialKey, Optional<Known>> byKey = remembered();

    /** @param secret known from now on to whoever was given it, and to nobody else */
    public record Fresh(CredentialKey key, OpaqueToken secret) {}

    /** What was read of a credential, and whom it lets in. */
    private record Known(CredentialRow row, XapiCaller caller, AtomicLong lastUsedMillis) {}

    public Fresh create(TenantProfile tenant, Optional<UUID> by, Terms terms) {
        mustMakeSense(terms);
        return book.create(tenant, by, terms);
    }

    /** Lets nobody in by it any more. Once more does no harm. */
    public void revoke(TenantProfile tenant, Optional<UUID> by, UUID id) {
        book.revoke(tenant, by, id);
        byKey.invalidate(new CredentialKey(tenant.tenant().slug(), id));
    }

    /** All that were ever made, the newest first. */
    public List<Credential> all(TenantProfile tenant) {
        return book.all(tenant);
    }

    /** Who shows these; empty whatever is wrong with them. */
    public Optional<XapiCaller> check(String key, String secret) {
        Optional<CredentialKey> named = CredentialKey.read(key);
        Optional<OpaqueToken> token = OpaqueToken.read(secret);
        if (named.isEmpty() || token.isEmpty()) {
            return Optional.empty();
        }
        byte[] hash = token.get().hash();
        return byKey.get(named.get(), this::read)
                .filter(known -> known.row().isOpenedBy(hash))
                .flatMap(this::admitted);
    }

    private Optional<Known> read(CredentialKey key) {
        return tenants.findBySlug(key.tenant())
                .flatMap(
                        tenant -> book.find(tenant.tenant().id(), key.id()).map(row -> known(tenant, key.text(), row)));
    }

    private Known known(TenantProfile tenant, String name, CredentialRow row) {
        Terms terms = row.terms();
        var caller = new XapiCaller(tenant, row.id(), authority(tenant, terms.title(), name), terms.scopes());
        return new Known(
                row,
                caller,
                new AtomicLong(row.lastUsedAt().orElse(Instant.EPOCH).toEpochMilli()));
    }

    private ObjectNode authority(TenantProfile tenant, String title, String name) {
        var agent = JsonNodeFactory.instance.objectNode().put("objectType", "Agent");
        agent.put("name", title);
        agent.putObject("account").put("homePage", statements.home(tenant)).put("name", name);
        return agent;
    }

    private Optional<XapiCaller> admitted(Known known) {
        Instant now = clock.instant();
        if (!known.row().isOpen(now)) {
            return Optional.empty();
        }
        long before = known.lastUsedMillis().get();
        boolean isDue = now.toEpochMilli() - before > USE_IS_WRITTEN_DOWN_EVERY.toMillis();
        if (isDue && known.lastUsedMillis().compareAndSet(before, now.toEpochMilli())) {
            book.used(known.row().tenant(), known.row().id(), now);
        }
        return Optional.of(known.caller());
    }

    private void mustMakeSense(Terms terms) {
        if (terms.title().isBlank() || terms.title().length() > LONGEST_TITLE) {
            throw new Invalid("title", Message.of("records.credential.no-title").with("most", LONGEST_TITLE));
        }
        if (terms.scopes().isEmpty()) {
            throw new Invalid("scope", Message.of("records.credential.no-scope"));
        }
        if (terms.perSecond().filter(rate -> rate < 1 || rate > MOST_PER_SECOND).isPresent()) {
            throw new Invalid("limit", Message.of("records.credential.no-limit").with("most", MOST_PER_SECOND));
        }
        if (terms.expires().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            throw new Invalid("expires", Message.of("records.credential.expired-already"));
        }
    }

    private static Cache<CredentialKey, Optional<Known>> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(BELIEVED)
                .build();
    }
}
