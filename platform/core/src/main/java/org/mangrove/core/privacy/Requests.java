package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.privacy.store.RequestRow;
import org.mangrove.core.privacy.store.RequestStore;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/**
 * What people ask for about their own data, and what is decided. An export is made without anybody's say; an erasure waits for an
 * admin of the tenant, who may refuse it with a reason.
 */
@ApplicationScoped
public class Requests {

    private static final int MOST_OF_ONE = 100;

    @Inject
    RequestStore store;

    @Inject
    ResponseTerms terms;

    @Inject
    Subjects subjects;

    @Inject
    LegalHolds holds;

    @Inject
    Clock clock;

    /** Asked for while another one is being made, it is that one. */
    @AgainIfOvertaken
    @Transactional
    public UUID askExport(TenantProfile tenant, UUID person, Locale language) {
        return findOpen(tenant, person, RequestKind.EXPORT)
                .orElseGet(() -> add(
                        tenant,
                        Uuids.next(),
                        RequestKind.EXPORT,
                        RequestState.APPROVED,
                        RequestOrigin.SELF,
                        Optional.of(person),
                        language));
    }

    /** Asked for while another one waits, it is that one. */
    @AgainIfOvertaken
    @Transactional
    public UUID askErasure(TenantProfile tenant, UUID person, Locale language) {
        return findOpen(tenant, person, RequestKind.ERASURE)
                .orElseGet(() -> add(
                        tenant,
                        Uuids.next(),
                        RequestKind.ERASURE,
                        RequestState.ASKED,
                        RequestOrigin.SELF,
                        Optional.of(person),
                        language));
    }

    /**
     * An admin asks for somebody who has no account here, or cannot ask. It waits like any other to be decided.
     *
     * @throws Refusal.Conflict if several people have these identifiers
     */
    @AgainIfOvertaken
    @Transactional
    public UUID registerErasure(TenantProfile tenant, Known who, Locale language) {
        Optional<UUID> waiting =
                who.subject().person().flatMap(person -> findOpen(tenant, person, RequestKind.ERASURE));
        return waiting.orElseGet(() -> {
            UUID id = add(
                    tenant,
                    Uuids.next(),
                    RequestKind.ERASURE,
                    RequestState.ASKED,
                    RequestOrigin.ADMIN,
                    who.subject().person(),
                    language);
            store.know(tenant.tenant().id(), id, who);
            return id;
        });
    }

    /** The register says that somebody was erased whom a restored backup has brought back. */
    @AgainIfOvertaken
    @Transactional
    public void replay(TenantProfile tenant, UUID id, Known who) {
        TenantId owner = tenant.tenant().id();
        Optional<RequestRow> there = store.hold(owner, id);
        if (there.isPresent()) {
            there.get().goOn(Outcome.none());
        } else {
            add(
                    tenant,
                    id,
                    RequestKind.ERASURE,
                    RequestState.APPROVED,
                    RequestOrigin.REPLAY,
                    Optional.empty(),
                    tenant.tenant().language());
        }
        store.know(owner, id, who);
    }

    /**
     * The person does not want it any more.
     *
     * @throws Refusal.NotFound if it is not theirs
     * @throws Refusal.Conflict if it was decided before
     */
    @Transactional
    public void withdraw(TenantProfile tenant, UUID person, UUID request) {
        RequestRow row = mustWait(tenant, request);
        if (row.request().person().filter(person::equals).isEmpty()) {
            throw notFound();
        }
        row.decide(RequestState.WITHDRAWN, Optional.empty(), clock.instant(), Optional.empty());
        store.forget(tenant.tenant().id(), request);
    }

    /**
     * An admin agrees. From then on it cannot be taken back. What is held is erased once the hold is lifted.
     *
     * @throws Refusal.NotFound if there is no such request
     * @throws Refusal.Conflict if it was decided before, or the admin would erase themselves
     */
    @AgainIfOvertaken
    @Transactional
    public void approve(TenantProfile tenant, UUID by, UUID request) {
        RequestRow row = mustWait(tenant, request);
        Optional<UUID> person = row.request().person();
        if (person.filter(by::equals).isPresent()) {
            throw new Refusal.Conflict(Message.of("privacy.request.not-ones-own"));
        }
        row.decide(RequestState.APPROVED, Optional.of(by), clock.instant(), Optional.empty());
    }

    /**
     * An admin does not agree, and says why.
     *
     * @throws Refusal.Invalid if no reason is given
     */
    @Transactional
    public void refuse(TenantProfile tenant, UUID by, UUID request, String reason) {
        if (reason.isBlank()) {
            throw new Refusal.Invalid("reason", Message.of("privacy.request.needs-a-reason"));
        }
        RequestRow row = mustWait(tenant, request);
        row.decide(RequestState.REFUSED, Optional.of(by), clock.instant(), Optional.of(reason.strip()));
        store.forget(tenant.tenant().id(), request);
    }

    /** What could not be done or not be proved is done once more. @throws Refusal.Conflict if it is of another kind */
    @Transactional
    public void tryAgain(TenantProfile tenant, UUID request) {
        RequestRow row = store.hold(tenant.tenant().id(), request).orElseThrow(Requests::notFound);
        if (row.state() != RequestState.FAILED && row.state() != RequestState.NOT_PROVED) {
            throw new Refusal.Conflict(Message.of("privacy.request.decided-before"));
        }
        row.goOn(row.request().outcome().again());
    }

    /** A person's, the newest first. */
    @Transactional
    public List<Request> of(TenantId tenant, UUID person) {
        return store.of(tenant, person, MOST_OF_ONE).stream()
                .map(RequestRow::request)
                .toList();
    }

    /** @throws Refusal.NotFound if there is no such request */
    @Transactional
    public Request must(TenantId tenant, UUID request) {
        return store.find(tenant, request).map(RequestRow::request).orElseThrow(Requests::notFound);
    }

    /** Those that are open first, by the day on which they are due. */
    @Transactional
    public List<Request> page(TenantId tenant, int skip, int most) {
        return store.page(tenant, skip, most).stream().map(RequestRow::request).toList();
    }

    @Transactional
    public long count(TenantId tenant) {
        return store.count(tenant);
    }

    /** By what somebody is known whose erasure has not ended; found out anew where the register does not say. */
    @Transactional
    Optional<Known> findKnown(TenantId tenant, UUID request) {
        return store.findKnown(tenant, request);
    }

    /** Whether a hold stands against a request now. */
    @Transactional
    public Optional<Hold> findHold(TenantProfile tenant, Request request) {
        return findKnown(tenant.tenant().id(), request.id())
                .map(Known::subject)
                .or(() -> request.person().flatMap(person -> subjects.find(tenant, person)))
                .flatMap(subject -> holds.find(tenant, subject));
    }

    private Optional<UUID> findOpen(TenantProfile tenant, UUID person, RequestKind kind) {
        return store.of(tenant.tenant().id(), person, MOST_OF_ONE).stream()
                .filter(row -> row.kind() == kind && row.state().isOpen())
                .findFirst()
                .map(RequestRow::id);
    }

    private UUID add(
            TenantProfile tenant,
            UUID id,
            RequestKind kind,
            RequestState state,
            RequestOrigin origin,
            Optional<UUID> person,
            Locale language) {
        Instant now = clock.instant();
        ResponseTerms.Term term = terms.of(tenant);
        LocalDate due = LocalDate.ofInstant(now, tenant.tenant().timeZone()).plus(term.period());
        store.add(new RequestRow(
                tenant.tenant().id(),
                new Request(
                        id,
                        kind,
                        state,
                        origin,
                        person,
                        language,
                        now,
                        due,
                        term.reference(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        0,
                        Outcome.none(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
        return id;
    }

    private RequestRow mustWait(TenantProfile tenant, UUID request) {
        RequestRow row = store.hold(tenant.tenant().id(), request).orElseThrow(Requests::notFound);
        if (row.state() != RequestState.ASKED) {
            throw new Refusal.Conflict(Message.of("privacy.request.decided-before"));
        }
        return row;
    }

    static Refusal.NotFound notFound() {
        return new Refusal.NotFound(Message.of("privacy.request.not-found"));
    }
}
