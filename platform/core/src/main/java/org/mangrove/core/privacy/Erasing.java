package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.IdentityData;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.identity.PersonalData.Kept;
import org.mangrove.core.privacy.Known.SignOnAccount;
import org.mangrove.core.privacy.Outcome.Account;
import org.mangrove.core.provisioning.PeopleAccounts;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.TenantId;

/**
 * Erases somebody: asks every holder, removes the account with which they signed in, and searches for what is left. Off the path
 * of any request; killed at any point, it goes on from there.
 */
@ApplicationScoped
class Erasing {

    private static final Logger LOG = System.getLogger(Erasing.class.getName());

    @Inject
    ErasureStep step;

    @Inject
    Requests requests;

    @Inject
    Holders holders;

    @Inject
    Subjects subjects;

    @Inject
    Proof proof;

    @Inject
    ErasureRegister register;

    @Inject
    PeopleAccounts accounts;

    @Inject
    People people;

    @Inject
    CoreMemberships coreMemberships;

    @Inject
    Tenants tenants;

    @Inject
    Configuration configuration;

    /** @return whether it is over, one way or the other; else a hold stands against it */
    boolean run(TenantProfile tenant, UUID id) {
        TenantId owner = tenant.tenant().id();
        Optional<Request> found = step.find(owner, id);
        if (found.isEmpty()) {
            return true;
        }
        Request request = found.get();
        if (requests.findHold(tenant, request).isPresent()) {
            return false;
        }
        Known known = known(tenant, request);
        List<PersonalData> all = holders.all();
        List<PersonalData> others = all.stream()
                .filter(holder -> !holder.holder().equals(IdentityData.HOLDER))
                .toList();
        for (PersonalData holder : others) {
            erase(tenant, id, known, holder, all.size());
        }
        boolean stays = !step.kept(tenant, known.subject(), others).isEmpty();
        Known evident = known.withEvidence(stays);
        removeAccount(tenant, id, known);
        all.stream()
                .filter(holder -> !others.contains(holder))
                .forEach(holder -> erase(tenant, id, evident, holder, all.size()));

        List<Kept> kept = step.kept(tenant, evident.subject(), all);
        List<Outcome.Finding> findings = proof.search(tenant, subjects.traces(evident), kept);
        String entry = register.entry(tenant, id, evident.subject());
        RequestState state = step.end(tenant, id, evident, findings, entry);
        if (state != RequestState.NOT_PROVED) {
            register.append(tenant, entry);
        }
        LOG.log(
                state == RequestState.NOT_PROVED ? Level.WARNING : Level.INFO,
                "Erasure {0} of tenant {1} ended: {2}",
                id,
                owner.number(),
                state);
        return true;
    }

    private void erase(TenantProfile tenant, UUID id, Known who, PersonalData holder, int all) {
        boolean more = true;
        while (more) {
            more = step.erase(tenant, id, who.subject(), holder, all);
        }
    }

    /** Found out once, before anything is gone. */
    private Known known(TenantProfile tenant, Request request) {
        TenantId owner = tenant.tenant().id();
        Optional<Known> before = step.findKnown(owner, request.id());
        if (before.isPresent()) {
            return before.get();
        }
        Known known = subjects.of(tenant, request.person().orElseThrow(Requests::notFound));
        step.know(owner, request.id(), known);
        return known;
    }

    private void removeAccount(TenantProfile tenant, UUID id, Known who) {
        Optional<SignOnAccount> account = who.account();
        if (account.isEmpty() || !account.get().realm().equals(tenant.identity().realm())) {
            return;
        }
        String realm = account.get().realm();
        String subject = account.get().subject();
        boolean elsewhere = isUsedElsewhere(tenant, who, realm, subject);
        PeopleAccounts.Removal removal = elsewhere
                ? accounts.leave(realm, tenant.identity().organization(), subject)
                : accounts.remove(realm, subject);
        step.accountIs(tenant.tenant().id(), id, outcome(tenant, removal, elsewhere));
    }

    private static Account outcome(TenantProfile tenant, PeopleAccounts.Removal removal, boolean elsewhere) {
        if (removal == PeopleAccounts.Removal.NOT_REACHED) {
            return Account.NOT_REACHED;
        }
        if (elsewhere) {
            return Account.USED_ELSEWHERE;
        }
        return tenant.identity().provider().isPresent() ? Account.OF_THE_COMPANY : Account.REMOVED;
    }

    /** In another tenant of the same realm, or in the core of the enterprise. */
    private boolean isUsedElsewhere(TenantProfile tenant, Known who, String realm, String subject) {
        boolean inAnotherTenant = tenants.all().stream()
                .filter(other -> !other.tenant().id().equals(tenant.tenant().id()))
                .filter(other -> other.identity().realm().equals(realm))
                .filter(other -> configuration.cells().contains(other.cell()))
                .anyMatch(other -> people.findByAccount(other.tenant().id(), realm, subject)
                        .isPresent());
        boolean inTheCore = configuration.servesCore()
                && who.subject()
                        .actor()
                        .filter(actor -> !coreMemberships
                                .roles(tenant.enterprise(), actor)
                                .isEmpty())
                        .isPresent();
        return inAnotherTenant || inTheCore;
    }
}
