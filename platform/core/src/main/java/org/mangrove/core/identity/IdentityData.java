package org.mangrove.core.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.identity.store.InvitationStore;
import org.mangrove.core.identity.store.MembershipStore;
import org.mangrove.core.identity.store.PersonStore;
import org.mangrove.core.identity.store.RoleChangeStore;
import org.mangrove.core.identity.store.SessionStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/**
 * Who somebody is here. Where evidence of somebody stays, their name stays with it, and nothing that leads from it to an
 * account, an address, or what is known elsewhere.
 */
@ApplicationScoped
public class IdentityData implements PersonalData {

    public static final String HOLDER = "identity";

    private static final Set<String> NAMING = Set.of(
            "identity_person.id",
            "identity_person.given_name",
            "identity_person.family_name",
            "identity_membership.id");

    @Inject
    IdentityRead read;

    @Inject
    PersonStore people;

    @Inject
    MembershipStore memberships;

    @Inject
    RoleChangeStore changes;

    @Inject
    SessionStore sessions;

    @Inject
    InvitationStore invitations;

    @Override
    public String holder() {
        return HOLDER;
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        if (who.person().isEmpty()) {
            return;
        }
        for (IdentityRead.Item item :
                read.all(tenant.tenant().id(), who.person().get())) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            item.values().forEach((name, value) -> node.put(name, value));
            sink.item(item.kind(), node);
        }
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        if (who.person().isEmpty()) {
            return Erased.nothing();
        }
        TenantId id = tenant.tenant().id();
        UUID person = who.person().get();
        long removed = sessions.endByPerson(id, person)
                + (long) invitations.removeUsedBy(id, person)
                + changes.remove(id, person);
        long pseudonymised = changes.forget(id, person);
        if (who.inEvidence()) {
            memberships.hold(id, person).ifPresent(membership -> membership.become(EnumSet.noneOf(Role.class)));
            pseudonymised += people.detach(id, person, UUID.randomUUID(), UUID.randomUUID());
        } else {
            removed += memberships.remove(id, person);
            removed += people.remove(id, person);
        }
        return new Erased(removed, pseudonymised, false);
    }

    @Override
    public List<Kept> keeps(TenantProfile tenant, DataSubject who) {
        boolean isThere = who.person()
                .flatMap(person -> people.find(tenant.tenant().id(), person))
                .isPresent();
        return who.inEvidence() && isThere ? List.of(new Kept("", 1, LocalDate.EPOCH, NAMING)) : List.of();
    }
}
