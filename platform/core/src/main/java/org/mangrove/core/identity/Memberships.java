package org.mangrove.core.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.events.Events;
import org.mangrove.core.identity.store.MembershipRow;
import org.mangrove.core.identity.store.MembershipStore;
import org.mangrove.core.identity.store.PersonRow;
import org.mangrove.core.identity.store.PersonStore;
import org.mangrove.core.identity.store.RoleChangeRow;
import org.mangrove.core.identity.store.RoleChangeStore;
import org.mangrove.core.identity.store.SessionStore;
import org.mangrove.core.refusal.Refusal.Conflict;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** Says who belongs to a tenant, and as what. Every change is written down and told to whoever reads events. */
@ApplicationScoped
public class Memberships {

    private static final int CHANGES_SHOWN = 20;

    @Inject
    Actors actors;

    @Inject
    PersonStore people;

    @Inject
    MembershipStore memberships;

    @Inject
    RoleChangeStore changes;

    @Inject
    SessionStore sessions;

    @Inject
    Events events;

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
        UUID person = know(tenant, account).id();
        Optional<MembershipRow> membership = memberships.hold(tenant, person);
        if (membership.isPresent()) {
            give(
                    tenant,
                    membership.get(),
                    Optional.empty(),
                    with(membership.get().roles(), roles));
        } else {
            join(tenant, person, roles);
        }
        return person;
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
        MembershipRow membership =
                memberships.find(tenant, person.id()).orElseGet(() -> join(tenant, person.id(), Set.of(Role.LEARNER)));
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
        MembershipRow membership = must(tenant, person);
        give(tenant, membership, Optional.empty(), with(membership.roles(), roles));
    }

    /**
     * Takes all roles away and ends the person's sessions in this tenant.
     *
     * @throws NotFound if nobody of that id belongs to the tenant
     */
    @Transactional
    public void end(TenantId tenant, UUID person) {
        give(tenant, must(tenant, person), Optional.empty(), Set.of());
    }

    /**
     * Makes these the roles that somebody has. Without any, the membership has ended.
     *
     * @param by the admin who says so
     * @return what was changed; empty if it was like that before
     * @throws NotFound if nobody of that id belongs to the tenant
     * @throws Conflict if admins would shut themselves out: nobody of the tenant might be left to undo it
     */
    @Transactional
    public Optional<RoleChange> change(TenantId tenant, UUID by, UUID person, Set<Role> roles) {
        if (by.equals(person) && !roles.contains(Role.TENANT_ADMIN)) {
            throw new Conflict(Message.of("identity.role.not-ones-own"));
        }
        return give(tenant, must(tenant, person), Optional.of(by), roles);
    }

    /**
     * Gives back the roles that somebody had before a change.
     *
     * @throws NotFound if there was no such change
     * @throws Conflict if they have been changed again since
     */
    @Transactional
    public Optional<RoleChange> takeBack(TenantId tenant, UUID by, UUID person, UUID change) {
        RoleChangeRow made = changes.find(tenant, change)
                .filter(row -> row.person().equals(person))
                .orElseThrow(() -> new NotFound(Message.of("identity.person.not-found")));
        if (!must(tenant, person).roles().equals(made.after())) {
            throw new Conflict(Message.of("identity.role.changed-since"));
        }
        return change(tenant, by, person, made.before());
    }

    /** What was changed about somebody's roles, the last first. */
    @Transactional
    public List<RoleChange> changes(TenantId tenant, UUID person) {
        return changes.ofPerson(tenant, person, CHANGES_SHOWN).stream()
                .map(Memberships::change)
                .toList();
    }

    private MembershipRow join(TenantId tenant, UUID person, Set<Role> roles) {
        var first = new MembershipRow(tenant, person, roles, clock.instant());
        memberships.add(first);
        note(tenant, person, Optional.empty(), Set.of(), roles);
        events.publish(tenant, new PersonJoined(person, names(roles)));
        return first;
    }

    private Optional<RoleChange> give(TenantId tenant, MembershipRow membership, Optional<UUID> by, Set<Role> roles) {
        Set<Role> before = membership.roles();
        if (before.equals(roles)) {
            return Optional.empty();
        }
        UUID person = membership.id();
        membership.become(roles);
        if (roles.isEmpty()) {
            sessions.endByPerson(tenant, person);
        }
        events.publish(tenant, new RolesChanged(person, by, names(roles)));
        return Optional.of(note(tenant, person, by, before, roles));
    }

    private RoleChange note(TenantId tenant, UUID person, Optional<UUID> by, Set<Role> before, Set<Role> after) {
        var row = new RoleChangeRow(tenant, person, by, before, after, clock.instant());
        changes.add(row);
        return change(row);
    }

    private static RoleChange change(RoleChangeRow row) {
        return new RoleChange(row.id(), row.person(), row.by(), row.before(), row.after(), row.changedAt());
    }

    private static Set<Role> with(Set<Role> some, Set<Role> more) {
        var all = EnumSet.noneOf(Role.class);
        all.addAll(some);
        all.addAll(more);
        return all;
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toList();
    }

    private MembershipRow must(TenantId tenant, UUID person) {
        return memberships
                .hold(tenant, person)
                .orElseThrow(() -> new NotFound(Message.of("identity.person.not-found")));
    }

    private PersonRow know(TenantId tenant, Account account) {
        Optional<PersonRow> known = people.find(tenant, account.realm(), account.subject());
        known.ifPresent(person -> person.become(account));
        return known.orElseGet(() -> {
            var actor = actors.of(account.realm(), account.subject());
            var person = new PersonRow(tenant, actor, account, clock.instant());
            people.add(person);
            return person;
        });
    }
}
