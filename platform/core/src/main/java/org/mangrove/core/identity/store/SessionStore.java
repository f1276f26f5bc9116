package org.mangrove.core.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** The door to sessions, and to what was shown once and must not be shown again. */
@ApplicationScoped
public class SessionStore extends TenantStore<SessionRow> {

    /** A session with whose it is. */
    public record Held(SessionRow session, PersonRow person, MembershipRow membership) {}

    public SessionStore() {
        super(SessionRow.class);
    }

    /** All that a request must know, in one statement. */
    public Optional<Held> find(TenantId tenant, byte[] tokenHash) {
        return query(tenant, """
                        select s, p, m from SessionRow s
                        join PersonRow p on p.tenant = :tenant and p.id = s.person
                        join MembershipRow m on m.tenant = :tenant and m.id = s.person
                        where s.tenant = :tenant and s.browser.tokenHash = :hash""", Object[].class)
                .setParameter("hash", tokenHash)
                .uniqueResultOptional()
                .map(row -> new Held((SessionRow) row[0], (PersonRow) row[1], (MembershipRow) row[2]));
    }

    public int endByToken(TenantId tenant, byte[] tokenHash) {
        return change(tenant, "delete from SessionRow s where s.tenant = :tenant and s.browser.tokenHash = :hash")
                .setParameter("hash", tokenHash)
                .executeUpdate();
    }

    public int endByKeycloakSession(TenantId tenant, String keycloakSession) {
        return change(
                        tenant,
                        "delete from SessionRow s where s.tenant = :tenant and s.browser.keycloakSession = :keycloak")
                .setParameter("keycloak", keycloakSession)
                .executeUpdate();
    }

    public int endByPerson(TenantId tenant, UUID person) {
        return change(tenant, "delete from SessionRow s where s.tenant = :tenant and s.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    public List<SessionRow> of(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.person = :person", "e.browser.startedAt")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }

    public int endExpired(TenantId tenant, Instant now) {
        int sessions = change(
                        tenant, "delete from SessionRow s where s.tenant = :tenant and s.browser.expiresAt < :now")
                .setParameter("now", now)
                .executeUpdate();
        session(tenant)
                .createNativeMutationQuery(
                        "delete from identity_seen_token where tenant_id = :tenant and until_at < :now")
                .setParameter("tenant", tenant.number())
                .setParameter("now", Timestamp.from(now))
                .executeUpdate();
        return sessions;
    }

    /** @return whether it is seen for the first time; of several at once, one only is */
    public boolean isNew(TenantId tenant, byte[] tokenHash, Instant until) {
        return session(tenant)
                        .createNativeMutationQuery(
                                "insert ignore into identity_seen_token (tenant_id, token_hash, until_at) "
                                        + "values (:tenant, :hash, :until)")
                        .setParameter("tenant", tenant.number())
                        .setParameter("hash", tokenHash)
                        .setParameter("until", Timestamp.from(until))
                        .executeUpdate()
                == 1;
    }
}
