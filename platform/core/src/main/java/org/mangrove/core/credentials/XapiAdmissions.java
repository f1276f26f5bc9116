package org.mangrove.core.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.identity.MachineTokens;
import org.mangrove.core.identity.MachineTokens.Machine;
import org.mangrove.core.identity.OpaqueToken;
import org.mangrove.core.tenancy.Tenants;

/**
 * Says who asks the learning record store, by what they show alone, and how often they may.
 *
 * <p>Limits hold for each node by itself. Answers come from memory; many threads may ask at once.
 */
@ApplicationScoped
public class XapiAdmissions {

    private static final Duration USE_IS_WRITTEN_DOWN_EVERY = Duration.ofMinutes(10);
    private static final Duration LIMIT_IS_KEPT = Duration.ofMinutes(1);
    /** What cannot be a name is not remembered: whoever sends it chooses how long it is. */
    private static final String NO_NAME = "";

    private static final XapiAdmission UNKNOWN = new XapiAdmission.Unknown();

    @Inject
    KnownCredentials known;

    @Inject
    CredentialBook book;

    @Inject
    MachineTokens tokens;

    @Inject
    Tenants tenants;

    @Inject
    SystemGates gates;

    @Inject
    Clock clock;

    LongSupplier ticks = System::nanoTime;

    private final Guesses guesses = new Guesses();
    private final Cache<UUID, TokenBucket> limits =
            Caffeine.newBuilder().expireAfterAccess(LIMIT_IS_KEPT).build();

    /** @param address from where they are shown */
    public XapiAdmission byKey(String key, String secret, String address) {
        long now = ticks.getAsLong();
        Optional<CredentialKey> named = CredentialKey.read(key);
        String name = named.isPresent() ? key : NO_NAME;
        Duration wait = guesses.wait(name, address, now);
        if (!wait.isZero()) {
            return new XapiAdmission.TooMany(wait);
        }
        Optional<KnownCredential> credential = named.flatMap(
                        there -> OpaqueToken.read(secret).flatMap(token -> openedBy(there, token)))
                .filter(this::isOpen);
        return concluded(credential, credential.map(KnownCredential::caller), name, address, now);
    }

    /** @param address from where it is shown */
    public XapiAdmission byToken(String token, String address) {
        long now = ticks.getAsLong();
        String name = tokens.claimedClient(token)
                .flatMap(ClientName::read)
                .map(ClientName::text)
                .orElse(NO_NAME);
        Duration wait = guesses.wait(name, address, now);
        if (!wait.isZero()) {
            return new XapiAdmission.TooMany(wait);
        }
        Optional<Machine> machine = tokens.read(token, this::realmOf);
        Optional<KnownCredential> credential = machine.flatMap(there -> ClientName.read(there.client()))
                .flatMap(known::find)
                .filter(this::isOpen);
        Optional<XapiCaller> caller = credential
                .map(KnownCredential::caller)
                .flatMap(there -> machine.map(asked -> there.within(scopes(asked))));
        return concluded(credential, caller, name, address, now);
    }

    private Optional<KnownCredential> openedBy(CredentialKey key, OpaqueToken secret) {
        byte[] hash = secret.hash();
        return known.find(key).filter(credential -> credential.isOpenedBy(hash));
    }

    private boolean isOpen(KnownCredential credential) {
        return credential.isOpen(clock.instant())
                && (credential.isOfTheHouse()
                        || gates.objectionTo(
                                        credential.caller().tenant(),
                                        credential.terms().component())
                                .isEmpty());
    }

    private Optional<String> realmOf(String client) {
        return ClientName.read(client)
                .flatMap(name -> tenants.findBySlug(name.tenant()))
                .map(tenant -> tenant.identity().realm());
    }

    private static Set<Scope> scopes(Machine machine) {
        return Stream.of(Scope.values())
                .filter(scope -> machine.scopes().contains(scope.inTokens()))
                .collect(Collectors.toSet());
    }

    private XapiAdmission concluded(
            Optional<KnownCredential> credential, Optional<XapiCaller> caller, String name, String address, long now) {
        if (credential.isEmpty() || caller.isEmpty()) {
            guesses.failed(name, address, now);
            return UNKNOWN;
        }
        guesses.succeeded(name, address);
        Duration wait = waitOf(credential.get(), now);
        if (!wait.isZero()) {
            return new XapiAdmission.OverLimit(caller.get(), wait);
        }
        noteUse(credential.get());
        return new XapiAdmission.Known(caller.get());
    }

    private Duration waitOf(KnownCredential credential, long now) {
        Optional<Integer> rate = credential.terms().perSecond();
        return rate.map(perSecond -> limits.get(credential.id(), missing -> TokenBucket.perSecond(perSecond, now))
                        .take(now))
                .orElse(Duration.ZERO);
    }

    private void noteUse(KnownCredential credential) {
        Instant now = clock.instant();
        if (credential.isDue(now, USE_IS_WRITTEN_DOWN_EVERY)) {
            book.used(credential.tenant(), credential.id(), now);
        }
    }
}
