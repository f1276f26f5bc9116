package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.privacy.store.RequestRow;
import org.mangrove.core.privacy.store.RequestStore;
import org.mangrove.sdk.TenantId;

/** How far an export is, written down step by step. */
@ApplicationScoped
class ExportStep {

    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    RequestStore store;

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    @Transactional(TxType.REQUIRES_NEW)
    Optional<Request> find(TenantId tenant, UUID request) {
        return store.find(tenant, request)
                .map(RequestRow::request)
                .filter(there -> there.state() == RequestState.APPROVED);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void moved(TenantId tenant, UUID request, int done, int all) {
        RequestRow row = store.hold(tenant, request).orElseThrow(Requests::notFound);
        row.moved(done, all, Outcome.none());
    }

    @Transactional(TxType.REQUIRES_NEW)
    void ready(TenantId tenant, UUID request, byte[] key, long bytes) {
        Instant now = clock.instant();
        Duration kept =
                Duration.ofSeconds(configuration.findSeconds("mangrove.privacy.export-seconds", KEPT.toSeconds()));
        store.hold(tenant, request).orElseThrow(Requests::notFound).ready(key, bytes, now, now.plus(kept));
    }

    /** Whoever asked is not there any more. */
    @Transactional(TxType.REQUIRES_NEW)
    void gone(TenantId tenant, UUID request) {
        store.hold(tenant, request).orElseThrow(Requests::notFound).end(RequestState.EXPIRED, clock.instant());
    }

    /** Its time is over: without its key nobody can read it. */
    @Transactional(TxType.REQUIRES_NEW)
    void expire(TenantId tenant, UUID request) {
        store.hold(tenant, request)
                .filter(row -> row.state() == RequestState.READY)
                .ifPresent(RequestRow::expire);
    }
}
