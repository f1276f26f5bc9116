package org.mangrove.core.content;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.mangrove.sdk.TenantId;

/** What courses are in the end, as long as they are made of the same and no day has come on which they change by themselves. */
final class KnownAnswers {

    private static final int MOST = 2_000;

    private final Cache<Key, EffectiveCourse> answers =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /**
     * @param vector of all that the course is made of, as the cell's rows say it now
     * @param chain the languages that are tried, in order
     */
    record Key(
            TenantId tenant,
            String course,
            int number,
            List<String> vector,
            List<Locale> chain,
            List<String> jurisdictions) {}

    EffectiveCourse of(Key key, Instant now, Supplier<EffectiveCourse> worked) {
        EffectiveCourse known = answers.getIfPresent(key);
        if (known != null
                && known.validUntil().filter(until -> !until.isAfter(now)).isEmpty()) {
            return known;
        }
        EffectiveCourse effective = worked.get();
        answers.put(key, effective);
        return effective;
    }
}
