package org.mangrove.core.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.mangrove.core.identity.store.InvitationRow;
import org.mangrove.core.identity.store.InvitationStore;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** How a tenant gets its first admin: by a link that works once, within a day, for somebody who belongs to the tenant. */
@ApplicationScoped
public class AdminInvitations {

    private static final Duration VALID = Duration.ofHours(24);

    /** @param token is shown here and never again */
    public record Invitation(OpaqueToken token, Instant until) {}

    @Inject
    InvitationStore store;

    @Inject
    Memberships memberships;

    @Inject
    Clock clock;

    @Transactional
    public Invitation make(TenantId tenant) {
        Instant now = clock.instant();
        var invitation = new Invitation(OpaqueToken.next(), now.plus(VALID));
        store.add(new InvitationRow(tenant, invitation.token().hash(), now, invitation.until()));
        return invitation;
    }

    @Transactional
    public boolean isOpen(TenantId tenant, OpaqueToken token) {
        return store.isOpen(tenant, token.hash(), clock.instant());
    }

    /** @throws NotFound if it was never made, was used, or its day is over: the caller cannot tell which */
    @Transactional
    public void accept(TenantId tenant, OpaqueToken token, Caller caller) {
        if (!store.use(tenant, token.hash(), caller.person(), clock.instant())) {
            throw new NotFound(Message.of("identity.invitation.not-open"));
        }
        memberships.grant(tenant, caller.person(), Set.of(Role.TENANT_ADMIN));
    }
}
