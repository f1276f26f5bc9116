package org.mangrove.core.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.identity.store.MembershipRow;
import org.mangrove.core.identity.store.MembershipStore;
import org.mangrove.core.identity.store.PersonRow;
import org.mangrove.core.identity.store.PersonStore;
import org.mangrove.core.identity.store.SessionStore;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** Says who belongs to a tenant, and as what. */
@ApplicationScoped
public class Memberships {

    @Inject
    PersonStore people;

    @Inject
    MembershipStore memberships;

    @Inject
    SessionStore sessions;

    @Inject
    Clock clock;

    /**
     * Makes somebody a member who may never have signed in, with these roles besides those they have.
     *
     * @return the person's id in this tenant
     */
    @AgainIfOvertaken
    @Transactional
    public UUID admit(TenantId tenant, Account account, Set<Role> roles) {
        PersonRow person = know(tenant, account);
        memberships
                .find(tenant, person.id())
                .ifPresentOrElse(
                        membership -> membership.grant(roles),
                        () -> memberships.add(new MembershipRow(tenant, person.id(), roles, clock.instant())));
        return person.id();
    }

    /**
     * Lets somebody in whom the realm says to belong to the tenant's organization: the first time as a learner, later as
     * what they have become.
     *
     * @return empty if the membership has been ended here
     */
    @AgainIfOvertaken
    @Transactional
    public Optional<Person> welcome(TenantId tenant, Account account) {
        PersonRow person = know(tenant, account);
        MembershipRow membership = memberships.find(tenant, person.id()).orElseGet(() -> {
            var first = new MembershipRow(tenant, person.id(), Set.of(Role.LEARNER), clock.instant());
            memberships.add(first);
            return first;
        });
        return membership.roles().isEmpty()
                ? Optional.empty()
                : Optional.of(People.person(new PersonStore.Member(person, membership)));
    }

    /**
     * Gives roles besides those the person has.
     *
     * @throws NotFound if nobody of that id belongs to the tenant
     */
    @Transactional
    public void grant(TenantId tenant, UUID person, Set<Role> roles) {
        must(tenant, person).grant(roles);
    }

    /**
     * Takes all roles away and ends the person's sessions in this tenant.
     *
     * @throws NotFound if nobody of that id belongs to the tenant
     */
    @Transactional
    public void end(TenantId tenant, UUID person) {
        must(tenant, person).end();
        sessions.endByPerson(tenant, person);
    }

    private MembershipRow must(TenantId tenant, UUID person) {
        return memberships
                .find(tenant, person)
                .orElseThrow(() -> new NotFound(Message.of("identity.person.not-found")));
    }

    private PersonRow know(TenantId tenant, Account account) {
        Optional<PersonRow> known = people.find(tenant, account.realm(), account.subject());
        known.ifPresent(person -> person.become(account));
        return known.orElseGet(() -> {
            var actor = Actors.of(account.realm(), account.subject());
            var person = new PersonRow(tenant, actor, account, clock.instant());
            people.add(person);
            return person;
        });
    }
}
