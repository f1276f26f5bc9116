package org.mangrove.core.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.identity.store.BrowserSession;
import org.mangrove.core.identity.store.CoreSessionRow;
import org.mangrove.core.identity.store.CoreSessionStore;
import org.mangrove.core.identity.store.SessionRow;
import org.mangrove.core.identity.store.SessionStore;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/**
 * Who has signed in where, until when.
 *
 * <p>A session ends when it is signed out of, here or at the sign-on, when nothing was asked for within {@link #IDLE}, and
 * {@link #LONGEST} after its beginning. It is a row, so that it ends on every node at once.
 */
@ApplicationScoped
public class SignOnSessions {

    public static final Duration IDLE = Duration.ofMinutes(60);
    public static final Duration LONGEST = Duration.ofHours(10);

    private static final Duration SEEN_IS_WRITTEN_EACH = Duration.ofMinutes(1);

    @Inject
    SessionStore store;

    @Inject
    CoreSessionStore coreStore;

    @Inject
    Clock clock;

    /** Always a new token: one that was in the browser before sign-on is worth nothing after it. */
    @Transactional
    public OpaqueToken start(TenantId tenant, UUID person, String keycloakSession) {
        Instant now = clock.instant();
        store.endExpired(tenant, now);
        var token = OpaqueToken.next();
        store.add(new SessionRow(tenant, person, browser(token, keycloakSession, now)));
        return token;
    }

    @Transactional
    public OpaqueToken startInCore(EnterpriseId enterprise, UUID actor, String keycloakSession) {
        Instant now = clock.instant();
        coreStore.endExpired(enterprise, now);
        var token = OpaqueToken.next();
        coreStore.add(new CoreSessionRow(enterprise, actor, browser(token, keycloakSession, now)));
        return token;
    }

    @Transactional
    public Optional<Caller> find(TenantProfile tenant, OpaqueToken token) {
        Instant now = clock.instant();
        return store.find(tenant.tenant().id(), token.hash())
                .filter(held -> isLive(held.session().browser(), now))
                .filter(held -> !held.membership().roles().isEmpty())
                .map(held -> {
                    see(held.session().browser(), now);
                    return new Caller(
                            tenant.tenant(),
                            held.person().id(),
                            held.person().actor(),
                            held.person().name(),
                            held.membership().roles(),
                            held.person().language());
                });
    }

    @Transactional
    public Optional<CoreCaller> findInCore(Enterprise enterprise, OpaqueToken token) {
        Instant now = clock.instant();
        return coreStore
                .find(enterprise.id(), token.hash())
                .filter(held -> isLive(held.session().browser(), now))
                .filter(held -> !held.member().roles().isEmpty())
                .map(held -> {
                    see(held.session().browser(), now);
                    return new CoreCaller(
                            enterprise,
                            held.member().id(),
                            held.member().byline(),
                            held.member().roles(),
                            held.member().language());
                });
    }

    @Transactional
    public void end(TenantId tenant, OpaqueToken token) {
        store.endByToken(tenant, token.hash());
    }

    @Transactional
    public void endInCore(EnterpriseId enterprise, OpaqueToken token) {
        coreStore.endByToken(enterprise, token.hash());
    }

    /** Ends what began with one session at the sign-on. */
    @Transactional
    public int endByKeycloakSession(TenantId tenant, String keycloakSession) {
        return store.endByKeycloakSession(tenant, keycloakSession);
    }

    @Transactional
    public int endByKeycloakSessionInCore(EnterpriseId enterprise, String keycloakSession) {
        return coreStore.endByKeycloakSession(enterprise, keycloakSession);
    }

    @Transactional
    public int endByPerson(TenantId tenant, UUID person) {
        return store.endByPerson(tenant, person);
    }

    @Transactional
    public int endByActorInCore(EnterpriseId enterprise, UUID actor) {
        return coreStore.endByActor(enterprise, actor);
    }

    /** @return whether {@code token} is seen for the first time; of several at once, on whatever nodes, one only is */
    @Transactional
    public boolean isNew(TenantId tenant, String token, Instant until) {
        return store.isNew(tenant, OpaqueToken.sha256(token), until);
    }

    /** @return whether {@code token} is seen for the first time; of several at once, on whatever nodes, one only is */
    @Transactional
    public boolean isNewInCore(EnterpriseId enterprise, String token, Instant until) {
        return coreStore.isNew(enterprise, OpaqueToken.sha256(token), until);
    }

    private static BrowserSession browser(OpaqueToken token, String keycloakSession, Instant now) {
        return new BrowserSession(token.hash(), keycloakSession, now, now.plus(LONGEST));
    }

    private static boolean isLive(BrowserSession browser, Instant now) {
        return now.isBefore(browser.expiresAt())
                && now.isBefore(browser.seenAt().plus(IDLE));
    }

    private static void see(BrowserSession browser, Instant now) {
        if (browser.seenAt().plus(SEEN_IS_WRITTEN_EACH).isBefore(now)) {
            browser.seen(now);
        }
    }
}
