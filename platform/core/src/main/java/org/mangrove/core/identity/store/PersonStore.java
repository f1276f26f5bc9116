package org.mangrove.core.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** The door to people. */
@ApplicationScoped
public class PersonStore extends TenantStore<PersonRow> {

    /** A person with what they may do. */
    public record Member(PersonRow person, MembershipRow membership) {}

    private static final String MEMBER = """
            select p, m from PersonRow p join MembershipRow m on m.tenant = :tenant and m.id = p.id
            where p.tenant = :tenant and\s""";

    public PersonStore() {
        super(PersonRow.class);
    }

    public Optional<PersonRow> find(TenantId tenant, String realm, String subject) {
        return where(tenant, "e.realm = :realm and e.subject = :subject")
                .setParameter("realm", realm)
                .setParameter("subject", subject)
                .uniqueResultOptional();
    }

    public Optional<Member> findMember(TenantId tenant, String realm, String subject) {
        return query(tenant, MEMBER + "p.realm = :realm and p.subject = :subject", Object[].class)
                .setParameter("realm", realm)
                .setParameter("subject", subject)
                .uniqueResultOptional()
                .map(PersonStore::member);
    }

    public Optional<Member> findMember(TenantId tenant, UUID person) {
        return query(tenant, MEMBER + "p.id = :person", Object[].class)
                .setParameter("person", person)
                .uniqueResultOptional()
                .map(PersonStore::member);
    }

    public Optional<Member> findMemberByActor(TenantId tenant, UUID actor) {
        return query(tenant, MEMBER + "p.actor = :actor", Object[].class)
                .setParameter("actor", actor)
                .uniqueResultOptional()
                .map(PersonStore::member);
    }

    /** Those whose id comes after {@code after}; everybody has a greater id than one of zeros. */
    public List<Member> page(TenantId tenant, UUID after, int most) {
        return query(tenant, MEMBER + "p.id > :after and m.roles <> '' order by p.id", Object[].class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(PersonStore::member)
                .toList();
    }

    public List<UUID> members(TenantId tenant) {
        return query(
                        tenant,
                        "select m.id from MembershipRow m where m.tenant = :tenant and m.roles <> '' order by m.id",
                        UUID.class)
                .getResultList();
    }

    /** Somebody's name, and who it is. */
    public record Named(UUID person, PersonName name) {}

    public List<Named> names(TenantId tenant, Collection<UUID> people) {
        return where(tenant, "e.id in (:people)")
                .setParameterList("people", people)
                .getResultStream()
                .map(person -> new Named(person.id(), person.name()))
                .toList();
    }

    private static Member member(Object[] row) {
        return new Member((PersonRow) row[0], (MembershipRow) row[1]);
    }
}
