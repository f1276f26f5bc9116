package org.mangrove.journeys;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** A program: it reads what it is told to, has no cookies and no language, and may show who it is. */
record Program(URI site, Duration patience) {

    /** Longer than anything takes that is asked of a node. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    Program(WholeStack.Site site) {
        this(site.url(), PATIENCE);
    }

    Answer get(String path) {
        return Http.once(asking(path).build());
    }

    Answer get(String path, String bearer) {
        return Http.once(
                asking(path).header("Authorization", "Bearer " + bearer).build());
    }

    private HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(site.resolve(path)).timeout(patience);
    }
}
