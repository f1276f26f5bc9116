package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import org.mangrove.core.privacy.store.RequestRow;
import org.mangrove.core.privacy.store.RequestStore;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Hands out exports: to whom they are about, while their time lasts. */
@ApplicationScoped
public class Exports {

    @Inject
    RequestStore store;

    @Inject
    ExportFiles files;

    @Inject
    Clock clock;

    /** @throws Refusal.NotFound if there is none for that person */
    @Transactional
    public InputStream open(TenantProfile tenant, UUID person, UUID request) {
        RequestRow row = store.find(tenant.tenant().id(), request)
                .filter(there -> there.request().person().filter(person::equals).isPresent())
                .filter(there -> there.state() == RequestState.READY)
                .filter(there -> there.request()
                        .expiresAt()
                        .filter(end -> end.isAfter(clock.instant()))
                        .isPresent())
                .orElseThrow(() -> new Refusal.NotFound(Message.of("privacy.export.not-there")));
        try {
            return files.read(tenant, request, row.fileKey().orElseThrow(Requests::notFound));
        } catch (IOException gone) {
            throw new UncheckedIOException("An export is not where it was written", gone);
        }
    }
}
