package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    @Inject
    KeyedHashes hashes;

    @Inject
    ErasureRegister register;

    /** @param holders all that are asked to remove what they have */
    public record Outlook(List<String> holders, List<Stays> stays) {

        public Outlook {
            holders = List.copyOf(holders);
            stays = List.copyOf(stays);
        }
    }

    /** That somebody was erased, as the register has it: nobody can tell of whom it speaks without knowing who it was. */
    public record Registered(UUID id, Instant erasedAt, Set<String> marks) {

        public Registered {
            marks = Set.copyOf(marks);
        }
    }

    /** What the register calls somebody: whoever has the installation's key and knows who it was finds them by any of these. */
    public Set<String> marks(TenantProfile tenant, DataSubject who) {
        return hashes.of(tenant.tenant().id(), who);
    }

    /** Everybody of a tenant who was erased. */
    public List<Registered> registered(TenantProfile tenant) {
        return register.read(tenant.cell()).values().stream()
                .filter(entry -> entry.tenant() == tenant.tenant().id().number())
                .map(entry -> new Registered(entry.id(), entry.erasedAt(), entry.hashes()))
                .toList();
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
