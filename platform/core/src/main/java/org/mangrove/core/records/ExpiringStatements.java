package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.credentials.Credential;
import org.mangrove.core.credentials.Credentials;
import org.mangrove.core.credentials.Terms;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.ExpiringData;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** Statements, each kept for the purpose of the source from which it came. */
@ApplicationScoped
public class ExpiringStatements implements ExpiringData {

    @Inject
    StatementRemoval removal;

    @Inject
    Identities identities;

    @Inject
    Credentials credentials;

    /** @param evidence whether those that a law demands are meant, or the others */
    private record Kept(UUID source, boolean evidence) {}

    @Override
    public String holder() {
        return RecordedPeople.HOLDER;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public long countBefore(TenantProfile tenant, String purpose, LocalDate day, Collection<DataSubject> held) {
        TenantId id = tenant.tenant().id();
        Set<UUID> actors = identities.terms(tenant, held);
        return keptFor(tenant, purpose).stream()
                .mapToLong(kept -> removal.countOlderThan(id, kept.source(), kept.evidence(), day, actors))
                .sum();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public long removeBefore(
            TenantProfile tenant, String purpose, LocalDate day, Collection<DataSubject> held, int most) {
        TenantId id = tenant.tenant().id();
        Set<UUID> actors = identities.terms(tenant, held);
        for (Kept kept : keptFor(tenant, purpose)) {
            List<UUID> positions = removal.olderThan(id, kept.source(), kept.evidence(), day, actors, most);
            if (!positions.isEmpty()) {
                return removal.remove(id, positions);
            }
        }
        return 0;
    }

    private List<Kept> keptFor(TenantProfile tenant, String purpose) {
        var all = new ArrayList<Kept>();
        for (Credential credential : credentials.all(tenant)) {
            if (credential.terms().purpose().equals(purpose)) {
                all.add(new Kept(credential.id(), false));
                all.add(new Kept(credential.id(), true));
            }
        }
        if (purpose.equals(Terms.USUAL_PURPOSE)) {
            all.add(new Kept(StatementRemoval.OURSELVES, false));
        }
        if (OwnEvidence.purpose(tenant).filter(own -> own.key().equals(purpose)).isPresent()) {
            all.add(new Kept(StatementRemoval.OURSELVES, true));
        }
        return all;
    }
}
