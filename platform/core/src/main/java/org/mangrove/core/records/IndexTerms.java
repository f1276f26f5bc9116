package org.mangrove.core.records;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.sdk.TenantId;

/**
 * What agents, verbs and activities are called in keys and indexes: sixteen bytes, however long their names are.
 *
 * <p>An agent is a person. Its term is keyed with the installation's key and with the tenant, so that whoever has the
 * database alone cannot try names until one fits, and so that a person has another term in each tenant.
 */
@ApplicationScoped
public class IndexTerms {

    private static final String KEYED = "HmacSHA256";
    private static final int MOST_REMEMBERED = 100_000;

    @Inject
    Configuration configuration;

    private final Cache<Named, UUID> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    private final AtomicReference<Optional<Mac>> keyed = new AtomicReference<>(Optional.empty());

    private record Named(char kind, String name) {}

    public UUID agent(TenantId tenant, AgentId agent) {
        return keyed("records/agent/" + tenant.number() + "/" + agent.canonical());
    }

    public UUID verb(String iri) {
        return remembered.get(new Named('v', iri), IndexTerms::hashed);
    }

    public UUID activity(String iri) {
        return remembered.get(new Named('a', iri), IndexTerms::hashed);
    }

    /** The key is read once: each statement asks for several terms. */
    private UUID keyed(String text) {
        try {
            var mac = (Mac) keyed.updateAndGet(there -> there.or(() -> Optional.of(withKey())))
                    .orElseThrow()
                    .clone();
            return firstHalf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException other) {
            throw new IllegalStateException("The " + KEYED + " of every Java can be copied", other);
        }
    }

    private Mac withKey() {
        try {
            var mac = Mac.getInstance(KEYED);
            mac.init(new SecretKeySpec(configuration.coreClientSecretKey().getBytes(StandardCharsets.UTF_8), KEYED));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + KEYED, missing);
        }
    }

    private static UUID hashed(Named named) {
        try {
            byte[] text = (named.kind() + "/" + named.name()).getBytes(StandardCharsets.UTF_8);
            return firstHalf(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    private static UUID firstHalf(byte[] hash) {
        var bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
