package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.records.store.DocumentStore;
import org.mangrove.sdk.TenantId;

/** The documents about somebody: what they do in activities, and what is said of them. */
@ApplicationScoped
class PersonDocuments {

    /** They are held in memory, and may be long. */
    private static final int AT_ONCE = 10;

    private static final int REMOVED_AT_ONCE = 500;

    @Inject
    DocumentStore store;

    /** A document and what it is about. */
    record About(
            UUID id,
            String kind,
            Optional<String> activity,
            Optional<UUID> registration,
            String name,
            Document document) {}

    /** Some of them, in the order of their ids. */
    @Transactional
    public List<About> page(TenantId tenant, Collection<UUID> persons, UUID behind) {
        return store.about(tenant, persons, behind, AT_ONCE).stream()
                .map(row ->
                        new About(row.id(), row.kind(), row.activity(), row.registration(), row.name(), row.document()))
                .toList();
    }

    /** @return how many; not all of them if that is many */
    @Transactional(Transactional.TxType.MANDATORY)
    public int remove(TenantId tenant, Collection<UUID> persons) {
        return store.removeAbout(tenant, persons, REMOVED_AT_ONCE);
    }
}
