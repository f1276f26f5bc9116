package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.IdentityData;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.privacy.Outcome.Stays;
import org.mangrove.core.tenancy.TenantProfile;

/** Tells before an erasure what it will remove, what will stay until when, and what stands against it. */
@ApplicationScoped
public class Erasures {

    @Inject
    Holders holders;

    @Inject
    Subjects subjects;

    @Inject
    LegalHolds holds;

    /** @param holders all that are asked to remove what they have */
    public record Outlook(List<String> holders, List<Stays> stays) {

        public Outlook {
            holders = List.copyOf(holders);
            stays = List.copyOf(stays);
        }
    }

    @Transactional
    public Outlook outlook(TenantProfile tenant, UUID person) {
        return subjects.find(tenant, person)
                .map(who -> outlook(tenant, who))
                .orElseGet(() -> new Outlook(List.of(), List.of()));
    }

    private Outlook outlook(TenantProfile tenant, DataSubject who) {
        List<PersonalData> all = holders.all();
        return new Outlook(
                all.stream().map(PersonalData::holder).toList(),
                all.stream()
                        .filter(holder -> !holder.holder().equals(IdentityData.HOLDER))
                        .flatMap(holder -> holder.keeps(tenant, who).stream())
                        .filter(kept -> !kept.purpose().isEmpty())
                        .map(kept -> new Stays(kept.purpose(), kept.things(), kept.until()))
                        .toList());
    }

    @Transactional
    public Optional<Hold> findHold(TenantProfile tenant, UUID person) {
        return subjects.find(tenant, person).flatMap(who -> holds.find(tenant, who));
    }
}
