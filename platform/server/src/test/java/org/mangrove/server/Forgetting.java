package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData.Erased;
import org.mangrove.core.records.RecordedPeople;
import org.mangrove.core.records.StatementRemoval;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** Forgets people and removes statements, a transaction at a time. */
@ApplicationScoped
public class Forgetting {

    @Inject
    RecordedPeople people;

    @Inject
    StatementRemoval removal;

    @Transactional
    public Erased once(TenantProfile tenant, DataSubject who) {
        return people.erase(tenant, who);
    }

    @Transactional
    public int remove(TenantId tenant, List<UUID> positions) {
        return removal.remove(tenant, positions);
    }

    /** @return how many were removed */
    @Transactional
    public int removeOlderThan(TenantId tenant, UUID source, LocalDate day, Set<UUID> held, int most) {
        return removal.remove(tenant, removal.olderThan(tenant, source, false, day, held, most));
    }
}
