package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.identity.PersonalData.Erased;
import org.mangrove.core.identity.PersonalData.Kept;
import org.mangrove.core.privacy.Outcome.Part;
import org.mangrove.core.privacy.Outcome.Stays;
import org.mangrove.core.privacy.store.RequestRow;
import org.mangrove.core.privacy.store.RequestStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** The parts of an erasure, each a transaction that also writes down how far it is: after a kill it goes on from there. */
@ApplicationScoped
class ErasureStep {

    @Inject
    RequestStore store;

    @Inject
    Clock clock;

    /** The request, if it is still to be done. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Request> find(TenantId tenant, UUID request) {
        return store.find(tenant, request)
                .map(RequestRow::request)
                .filter(there -> there.state() == RequestState.APPROVED);
    }

    @Transactional(TxType.REQUIRES_NEW)
    Optional<Known> findKnown(TenantId tenant, UUID request) {
        return store.findKnown(tenant, request);
    }

    @AgainIfOvertaken
    @Transactional(TxType.REQUIRES_NEW)
    void know(TenantId tenant, UUID request, Known who) {
        store.know(tenant, request, who);
    }

    /** Whether anything that the law demands speaks of them. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Kept> kept(TenantProfile tenant, DataSubject who, List<PersonalData> holders) {
        return holders.stream()
                .flatMap(holder -> holder.keeps(tenant, who).stream())
                .toList();
    }

    /** @return whether the holder has more to do */
    @AgainIfOvertaken
    @Transactional(TxType.REQUIRES_NEW)
    boolean erase(TenantProfile tenant, UUID request, DataSubject who, PersonalData holder, int all) {
        RequestRow row = store.hold(tenant.tenant().id(), request).orElseThrow(Requests::notFound);
        Outcome outcome = row.request().outcome();
        Part part = outcome.part(holder.holder());
        if (part.done()) {
            return false;
        }
        Erased erased = holder.erase(tenant, who);
        List<Stays> stays = erased.more()
                ? List.of()
                : holder.keeps(tenant, who).stream()
                        .filter(kept -> !kept.purpose().isEmpty())
                        .map(kept -> new Stays(kept.purpose(), kept.things(), kept.until()))
                        .toList();
        Outcome now = outcome.with(new Part(
                holder.holder(),
                part.removed() + erased.removed(),
                part.pseudonymised() + erased.pseudonymised(),
                !erased.more(),
                stays));
        row.moved((int) now.parts().stream().filter(Part::done).count(), all, now);
        return erased.more();
    }

    @AgainIfOvertaken
    @Transactional(TxType.REQUIRES_NEW)
    void accountIs(TenantId tenant, UUID request, Outcome.Account account) {
        RequestRow row = store.hold(tenant, request).orElseThrow(Requests::notFound);
        Request before = row.request();
        row.moved(before.doneParts(), before.allParts(), before.outcome().with(account));
    }

    /** The search is over: writes what it has found, and into the register that somebody was erased. */
    @AgainIfOvertaken
    @Transactional(TxType.REQUIRES_NEW)
    RequestState end(TenantProfile tenant, UUID request, Known who, List<Outcome.Finding> findings, String entry) {
        TenantId owner = tenant.tenant().id();
        Instant now = clock.instant();
        RequestRow row = store.hold(owner, request).orElseThrow(Requests::notFound);
        Request before = row.request();
        Outcome outcome = before.outcome().found(findings);
        row.moved(before.allParts(), before.allParts(), outcome);
        row.forgetPerson();
        if (!outcome.unexpected().isEmpty()) {
            row.end(RequestState.NOT_PROVED, now);
            return RequestState.NOT_PROVED;
        }
        store.addErased(owner, request, now, entry);
        if (outcome.free().isPresent()) {
            row.end(RequestState.KEPT, now);
            row.waitUntil(outcome.free().get());
            store.know(owner, request, who.idsOnly());
            return RequestState.KEPT;
        }
        row.end(RequestState.PROVED, now);
        store.forget(owner, request);
        return RequestState.PROVED;
    }

    /** After so many failures somebody has to look. */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(TenantId tenant, UUID request, int most) {
        Optional<RequestRow> row = store.hold(tenant, request).filter(there -> there.state() == RequestState.APPROVED);
        if (row.isPresent() && row.get().failed() >= most) {
            row.get().end(RequestState.FAILED, clock.instant());
        }
    }

    /** What had to stay until today may go now. */
    @AgainIfOvertaken
    @Transactional(TxType.REQUIRES_NEW)
    void goOn(TenantId tenant, LocalDate today, int most) {
        store.dueAgain(tenant, today, most)
                .forEach(row -> row.goOn(row.request().outcome().again()));
    }
}
