package org.mangrove.core.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** The door to sessions in the global core, and to what was shown once there and must not be shown again. */
@ApplicationScoped
public class CoreSessionStore extends EnterpriseStore<CoreSessionRow> {

    /** A session with whose it is. */
    public record Held(CoreSessionRow session, CoreMemberRow member) {}

    public CoreSessionStore() {
        super(CoreSessionRow.class);
    }

    /** All that a request must know, in one statement. */
    public Optional<Held> find(EnterpriseId enterprise, byte[] tokenHash) {
        return query(enterprise, """
                        select s, m from CoreSessionRow s
                        join CoreMemberRow m on m.enterprise = :enterprise and m.id = s.actor
                        where s.enterprise = :enterprise and s.browser.tokenHash = :hash""", Object[].class)
                .setParameter("hash", tokenHash)
                .uniqueResultOptional()
                .map(row -> new Held((CoreSessionRow) row[0], (CoreMemberRow) row[1]));
    }

    public int endByToken(EnterpriseId enterprise, byte[] tokenHash) {
        return change(
                        enterprise,
                        "delete from CoreSessionRow s where s.enterprise = :enterprise and s.browser.tokenHash = :hash")
                .setParameter("hash", tokenHash)
                .executeUpdate();
    }

    public int endByKeycloakSession(EnterpriseId enterprise, String keycloakSession) {
        return change(
                        enterprise,
                        "delete from CoreSessionRow s where s.enterprise = :enterprise and s.browser.keycloakSession = :keycloak")
                .setParameter("keycloak", keycloakSession)
                .executeUpdate();
    }

    public int endByActor(EnterpriseId enterprise, UUID actor) {
        return change(enterprise, "delete from CoreSessionRow s where s.enterprise = :enterprise and s.actor = :actor")
                .setParameter("actor", actor)
                .executeUpdate();
    }

    public int endExpired(EnterpriseId enterprise, Instant now) {
        int sessions = change(
                        enterprise,
                        "delete from CoreSessionRow s where s.enterprise = :enterprise and s.browser.expiresAt < :now")
                .setParameter("now", now)
                .executeUpdate();
        session()
                .createNativeMutationQuery(
                        "delete from identity_core_seen_token where enterprise_id = :enterprise and until_at < :now")
                .setParameter("enterprise", enterprise.number())
                .setParameter("now", Timestamp.from(now))
                .executeUpdate();
        return sessions;
    }

    /** @return whether it is seen for the first time; of several at once, one only is */
    public boolean isNew(EnterpriseId enterprise, byte[] tokenHash, Instant until) {
        return session()
                        .createNativeMutationQuery(
                                "insert ignore into identity_core_seen_token (enterprise_id, token_hash, until_at) "
                                        + "values (:enterprise, :hash, :until)")
                        .setParameter("enterprise", enterprise.number())
                        .setParameter("hash", tokenHash)
                        .setParameter("until", Timestamp.from(until))
                        .executeUpdate()
                == 1;
    }
}
