package org.mangrove.core.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/**
 * What was read of documents that never change, by what they are known by: whose they are, and their digest. The ones that are
 * asked for least go first.
 */
public final class Documents<K, D> {

    private final Cache<K, D> kept;

    /** @param most how many are kept */
    public Documents(int most) {
        kept = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** Reads outside the cache's own locks, since reading needs a connection and may fail. */
    public D get(K key, Supplier<D> read) {
        D known = kept.getIfPresent(key);
        if (known != null) {
            return known;
        }
        D fresh = read.get();
        kept.put(key, fresh);
        return fresh;
    }
}
