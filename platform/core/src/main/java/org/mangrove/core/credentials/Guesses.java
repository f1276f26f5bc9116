package org.mangrove.core.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Slows down those who try what opens nothing.
 *
 * <p>Who has failed too often with one name is not looked at for a while, under that name and from that address only: what
 * somebody else does cannot lock out the owner of a credential. Who fails under too many names is not looked at under names
 * that have never let them in, so that they cannot keep the database busy either. All memories are bounded.
 *
 * <p>No number of guesses finds a secret of 256 bits. This keeps those who try from costing much.
 */
final class Guesses {

    private static final int REMEMBERED = 20_000;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int UNDER_ONE_NAME = 60;
    private static final int UNDER_NO_NAME = 600;
    private static final int FROM_ONE_ADDRESS = 600;

    private record Attempt(String name, String address) {}

    private final Cache<Attempt, TokenBucket> attempts = kept();
    private final Cache<String, TokenBucket> addresses = kept();
    private final Cache<Attempt, Boolean> welcome = kept();

    /** @return how long to wait; zero if it may be tried now */
    Duration wait(String name, String address, long now) {
        var attempt = new Attempt(name, address);
        Duration forName = untilNext(attempts, attempt, now);
        if (!forName.isZero() || name.isEmpty() || welcome.getIfPresent(attempt) != null) {
            return forName;
        }
        return untilNext(addresses, address, now);
    }

    void succeeded(String name, String address) {
        var attempt = new Attempt(name, address);
        if (welcome.getIfPresent(attempt) == null) {
            welcome.put(attempt, true);
        }
    }

    /** @param name empty if what was shown has none: those are counted by themselves, and cost no look into a database */
    void failed(String name, String address, long now) {
        int most = name.isEmpty() ? UNDER_NO_NAME : UNDER_ONE_NAME;
        attempts.get(new Attempt(name, address), missing -> new TokenBucket(most, most, now))
                .take(now);
        if (name.isEmpty()) {
            return;
        }
        addresses
                .get(address, missing -> new TokenBucket(FROM_ONE_ADDRESS, FROM_ONE_ADDRESS, now))
                .take(now);
    }

    private static <K> Duration untilNext(Cache<K, TokenBucket> buckets, K key, long now) {
        TokenBucket bucket = buckets.getIfPresent(key);
        return bucket == null ? Duration.ZERO : bucket.untilNext(now);
    }

    private static <K, V> Cache<K, V> kept() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(KEPT)
                .build();
    }
}
