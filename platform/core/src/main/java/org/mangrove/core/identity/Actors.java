package org.mangrove.core.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mangrove.core.database.Configuration;

/**
 * How people are known outside their home zone.
 *
 * <p>An actor follows from the account's id in its realm, which is random, is never given again, and is known in the home
 * zone only, and from the installation's key. So tenants of one realm and the enterprise's core know a person as the same
 * actor without asking each other. Whoever has the actor cannot find the account, and whoever has an account's id cannot
 * tell which actor it is: that takes the key, which no database holds.
 */
@ApplicationScoped
public class Actors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    @Inject
    Configuration configuration;

    /** A UUID of version 8 (RFC 9562): its bits are ours to choose. */
    public UUID of(String realm, String subject) {
        var hash = ByteBuffer.wrap(keyed("actor/" + realm + "/" + subject));
        long high = hash.getLong() & ~0xf000L | VERSION_8;
        long low = hash.getLong() >>> 2 | VARIANT;
        return new UUID(high, low);
    }

    private byte[] keyed(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            byte[] key = configuration.coreClientSecretKey().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, missing);
        }
    }
}
