package org.mangrove.core.records;

import java.time.Instant;
import java.util.UUID;

/** Where statements stand in the order of storing: UUIDs of version 7, which begin with the time in milliseconds. */
public final class Positions {

    private Positions() {}

    /** When the statement at a position was stored. */
    public static Instant time(UUID position) {
        return Instant.ofEpochMilli(position.getMostSignificantBits() >>> 16);
    }

    /** The greatest position that can have been given in the millisecond of {@code time}. */
    public static UUID lastOf(Instant time) {
        long millis = Math.clamp(time.getEpochSecond(), 0, 0xffff_ffff_ffffL / 1000 - 1) * 1000;
        millis += time.getNano() / 1_000_000;
        return new UUID(millis << 16 | 0xffff, -1L);
    }
}
