package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.learning.store.CompletionRow;
import org.mangrove.core.learning.store.CompletionStore;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** What people have passed: transcripts and certificates. */
@ApplicationScoped
public class Completions {

    private static final int MOST = 2_000;

    @Inject
    CompletionStore store;

    /** The newest first. */
    @Transactional
    public List<Completion> of(TenantId tenant, UUID person) {
        return store.of(tenant, person, MOST).stream()
                .map(CompletionRow::completion)
                .toList();
    }

    @Transactional
    public Optional<Completion> findLatest(TenantId tenant, UUID person, String course) {
        return store.findLatest(tenant, person, course).map(CompletionRow::completion);
    }

    /** @throws Refusal.NotFound if there is no such completion, or it is somebody else's */
    @Transactional
    public Completion must(TenantId tenant, UUID person, UUID completion) {
        return store.find(tenant, completion)
                .map(CompletionRow::completion)
                .filter(there -> there.person().equals(person))
                .orElseThrow(() -> new Refusal.NotFound(Message.of("learning.certificate.not-found")));
    }

    /** For whoever is shown a certificate. */
    @Transactional
    public Optional<Completion> findByCode(TenantId tenant, String typed) {
        return store.findByCode(tenant, CertificateCodes.normalize(typed)).map(CompletionRow::completion);
    }
}
