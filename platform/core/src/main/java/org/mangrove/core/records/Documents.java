package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.records.DocumentHolder.State;
import org.mangrove.core.records.store.DocumentRow;
import org.mangrove.core.records.store.DocumentStore;
import org.mangrove.core.records.store.DocumentStore.Named;
import org.mangrove.sdk.TenantId;

/**
 * Keeps what other systems put down about activities and people.
 *
 * <p>Of several who change a document at once each finds what the one before has left: its row is locked from the look at it to
 * the commit. So of those who say the same version one comes through.
 */
@ApplicationScoped
public class Documents {

    @Inject
    DocumentStore store;

    @Inject
    DocumentKeys keys;

    @Inject
    Clock clock;

    @Transactional
    public Optional<Document> find(TenantId tenant, DocumentHolder holder, String name) {
        return store.find(tenant, keys.document(tenant, holder, name)).map(DocumentRow::document);
    }

    /** @param since those that were changed later */
    @Transactional
    public DocumentNames names(TenantId tenant, DocumentHolder holder, Optional<Instant> since) {
        List<Named> found = store.names(tenant, keys.holder(tenant, holder), registration(holder), since);
        return new DocumentNames(
                found.stream().map(Named::name).distinct().toList(),
                found.stream().map(Named::modifiedAt).max(Comparator.naturalOrder()));
    }

    /** Puts down a document, in the place of what was there. */
    @AgainIfOvertaken
    @Transactional
    public DocumentOutcome put(
            TenantId tenant, DocumentHolder holder, String name, DocumentContent content, DocumentCondition condition) {
        content.mustBeWhatItSays();
        return write(tenant, holder, name, condition, there -> content);
    }

    /** Lays a document over the one that is there; if there is none, puts it down. */
    @AgainIfOvertaken
    @Transactional
    public DocumentOutcome merge(
            TenantId tenant, DocumentHolder holder, String name, DocumentContent content, DocumentCondition condition) {
        content.mustBeWhatItSays();
        return write(
                tenant,
                holder,
                name,
                condition,
                there -> there.map(before -> before.overlaidWith(content)).orElse(content));
    }

    /** There need be none. */
    @AgainIfOvertaken
    @Transactional
    public DocumentOutcome remove(TenantId tenant, DocumentHolder holder, String name, DocumentCondition condition) {
        Optional<DocumentRow> there = store.lock(tenant, keys.document(tenant, holder, name));
        DocumentOutcome outcome = condition.judge(there.map(DocumentRow::etag));
        if (outcome == DocumentOutcome.DONE) {
            there.ifPresent(store::remove);
        }
        return outcome;
    }

    /** Removes all documents about it. */
    @AgainIfOvertaken
    @Transactional
    public void removeAll(TenantId tenant, State state) {
        store.removeAll(tenant, keys.holder(tenant, state), state.registration());
    }

    private interface Change {
        DocumentContent of(Optional<DocumentContent> there);
    }

    private DocumentOutcome write(
            TenantId tenant, DocumentHolder holder, String name, DocumentCondition condition, Change change) {
        UUID id = keys.document(tenant, holder, name);
        Optional<DocumentRow> there = store.lock(tenant, id);
        DocumentOutcome outcome = condition.judge(there.map(DocumentRow::etag));
        if (outcome == DocumentOutcome.DONE) {
            DocumentContent content = change.of(there.map(row -> row.document().content()));
            if (content.isTooLarge()) {
                return DocumentOutcome.TOO_LARGE;
            }
            DocumentRow row = there.orElseGet(() -> keys.row(tenant, holder, name));
            row.hold(content, clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (there.isEmpty()) {
                store.add(row);
            }
        }
        return outcome;
    }

    private static Optional<UUID> registration(DocumentHolder holder) {
        return holder instanceof State state ? state.registration() : Optional.empty();
    }
}
