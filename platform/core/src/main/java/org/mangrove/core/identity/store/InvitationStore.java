package org.mangrove.core.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** The door to invitations. */
@ApplicationScoped
public class InvitationStore extends TenantStore<InvitationRow> {

    public InvitationStore() {
        super(InvitationRow.class);
    }

    public boolean isOpen(TenantId tenant, byte[] tokenHash, Instant now) {
        return countWhere(tenant, "e.tokenHash = :hash and e.usedBy is null and e.until > :now")
                        .setParameter("hash", tokenHash)
                        .setParameter("now", now)
                        .getSingleResult()
                == 1;
    }

    /** @return how many somebody has used */
    public int removeUsedBy(TenantId tenant, UUID person) {
        return change(tenant, "delete from InvitationRow e where e.tenant = :tenant and e.usedBy = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    /** @return whether it could be used: of several at once, one only */
    public boolean use(TenantId tenant, byte[] tokenHash, UUID person, Instant now) {
        return change(tenant, """
                        update InvitationRow e set e.usedBy = :person
                        where e.tenant = :tenant and e.tokenHash = :hash and e.usedBy is null and e.until > :now""")
                        .setParameter("person", person)
                        .setParameter("hash", tokenHash)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
