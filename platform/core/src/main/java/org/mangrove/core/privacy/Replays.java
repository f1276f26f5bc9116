package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.People;
import org.mangrove.core.privacy.ErasureRegister.Entry;
import org.mangrove.core.privacy.store.RequestStore;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.TenantId;

/**
 * Erases again whom a restored backup has brought back: everybody of whom the register says that they were erased and the
 * database does not.
 */
@ApplicationScoped
public class Replays {

    private static final Logger LOG = System.getLogger(Replays.class.getName());
    private static final int AT_ONCE = 500;

    @Inject
    ErasureRegister register;

    @Inject
    ErasedRows erased;

    @Inject
    Requests requests;

    @Inject
    Subjects subjects;

    @Inject
    KeyedHashes hashes;

    @Inject
    People people;

    @Inject
    Tenants tenants;

    /** Reads the database's side. */
    @ApplicationScoped
    static class ErasedRows {

        @Inject
        RequestStore store;

        @Transactional(TxType.REQUIRES_NEW)
        Map<UUID, String> of(TenantId tenant) {
            return store.erased(tenant).stream()
                    .collect(Collectors.toMap(
                            RequestStore.Erased::id, RequestStore.Erased::entry, (one, other) -> one, TreeMap::new));
        }
    }

    /** Takes the lines of a register that was kept elsewhere, and then does as {@link #replay}. */
    public int replay(String cell, List<String> lines) {
        register.merge(cell, lines);
        return replay(cell);
    }

    /** @return how many erasures are to be done again */
    public int replay(String cell) {
        Map<UUID, Entry> known = register.read(cell);
        Set<UUID> everywhere = register.inEachCopy(cell);
        int again = 0;
        for (TenantProfile tenant : tenants.all()) {
            if (tenant.cell().equals(cell)) {
                again += replay(tenant, known, everywhere);
            }
        }
        if (again > 0) {
            LOG.log(Level.WARNING, "Cell {0} is older than its register: {1} erasures are done again", cell, again);
        }
        return again;
    }

    private int replay(TenantProfile tenant, Map<UUID, Entry> known, Set<UUID> everywhere) {
        TenantId owner = tenant.tenant().id();
        Map<UUID, String> there = erased.of(owner);
        there.forEach((id, entry) -> {
            if (!everywhere.contains(id)) {
                register.append(tenant, entry);
            }
        });
        List<Entry> missing = known.values().stream()
                .filter(entry -> entry.tenant() == owner.number() && !there.containsKey(entry.id()))
                .toList();
        for (Entry entry : missing) {
            requests.replay(tenant, entry.id(), find(tenant, entry));
        }
        return missing.size();
    }

    /** Whoever has a digest of the register; else only what the record store called them is known. */
    private Known find(TenantProfile tenant, Entry entry) {
        TenantId owner = tenant.tenant().id();
        Optional<UUID> after = Optional.empty();
        while (true) {
            List<DataSubject> some = people.subjects(owner, after, AT_ONCE);
            for (DataSubject who : some) {
                if (!Collections.disjoint(hashes.of(owner, who), entry.hashes())) {
                    return withTerms(tenant, subjects.of(tenant, who.person().orElseThrow()), entry);
                }
            }
            if (some.size() < AT_ONCE) {
                var nobody = new DataSubject(
                        Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), entry.terms(), false);
                return new Known(nobody, Optional.empty(), "", Set.of());
            }
            after = some.getLast().person();
        }
    }

    private Known withTerms(TenantProfile tenant, Known known, Entry entry) {
        return new Known(
                subjects.withTerms(tenant, known.subject(), entry.terms()),
                known.account(),
                known.userName(),
                known.names());
    }

    /** What the register says of somebody, told by the identifiers that they give again; none if it knows nothing. */
    public Optional<String> find(TenantProfile tenant, DataSubject named) {
        Set<String> asked = hashes.of(tenant.tenant().id(), named);
        return register.read(tenant.cell()).values().stream()
                .filter(entry -> entry.tenant() == tenant.tenant().id().number())
                .filter(entry -> !Collections.disjoint(entry.hashes(), asked))
                .findFirst()
                .map(Definitions::write);
    }
}
