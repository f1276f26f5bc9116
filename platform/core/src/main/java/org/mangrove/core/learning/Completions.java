package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final UUID BEFORE_EVERYBODY = new UUID(0, 0);

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

    /** What somebody has passed, and what tells of it in the learning record. */
    public record Told(Completion completion, Optional<UUID> statement) {}

    /**
     * Who has passed a course, and not its version of a number or a later one; some at a time, in the order of their ids, each with
     * what they have passed last.
     */
    @Transactional
    public List<Completion> before(TenantId tenant, String course, int version, Optional<UUID> after, int most) {
        List<UUID> people = store.peopleBefore(tenant, course, version, after.orElse(BEFORE_EVERYBODY), most);
        if (people.isEmpty()) {
            return List.of();
        }
        var latest = new HashMap<UUID, Completion>();
        store.of(tenant, course, people)
                .forEach(row -> latest.put(row.completion().person(), row.completion()));
        return people.stream()
                .flatMap(person -> Optional.ofNullable(latest.get(person)).stream())
                .toList();
    }

    /** Which of some people have passed the version of a number or a later one, each with the first time. */
    @Transactional
    public Map<UUID, Told> since(TenantId tenant, String course, int version, Collection<UUID> people) {
        var first = new HashMap<UUID, Told>();
        if (!people.isEmpty()) {
            store.of(tenant, course, people).stream()
                    .map(row -> new Told(row.completion(), row.statement()))
                    .filter(told -> told.completion().version() >= version)
                    .forEach(told -> first.putIfAbsent(told.completion().person(), told));
        }
        return first;
    }

    /** For whoever is shown a certificate. */
    @Transactional
    public Optional<Completion> findByCode(TenantId tenant, String typed) {
        return store.findByCode(tenant, CertificateCodes.normalize(typed)).map(CompletionRow::completion);
    }
}
