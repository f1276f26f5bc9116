package org.mangrove.core.identity;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * How people are known outside their home zone.
 *
 * <p>An actor follows from the account's id in its realm, which is random, is never given again, and is known in the home
 * zone only. So tenants of one realm and the enterprise's core know a person as the same actor without asking each other,
 * and whoever has the actor alone cannot find the account.
 */
public final class Actors {

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Actors() {}

    /** A UUID of version 8 (RFC 9562): its bits are ours to choose. */
    public static UUID of(String realm, String subject) {
        var hash = ByteBuffer.wrap(OpaqueToken.sha256("mangrove actor/" + realm + "/" + subject));
        long high = hash.getLong() & ~0xf000L | VERSION_8;
        long low = hash.getLong() >>> 2 | VARIANT;
        return new UUID(high, low);
    }
}
