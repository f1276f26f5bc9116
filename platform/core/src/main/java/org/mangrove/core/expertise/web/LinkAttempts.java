package org.mangrove.core.expertise.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How often one address of the network may ask about links in a minute, on this node. Nobody guesses a link; it spares the database. */
@ApplicationScoped
class LinkAttempts {

    static final int MOST = 60;
    private static final int MOST_REMEMBERED = 10_000;

    private final Cache<String, AtomicInteger> counts = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    boolean isAllowed(String from) {
        return counts.get(from, first -> new AtomicInteger()).incrementAndGet() <= MOST;
    }
}
