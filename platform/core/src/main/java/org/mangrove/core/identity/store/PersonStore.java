package org.mangrove.core.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.PersonOrder;
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

    /** Letters with and without accents, large and small, are the same. */
    private static final String ALIKE = "utf8mb4_unicode_520_ci";

    private static final String MATCHES = """
            (collate(concat(p.given, ' ', p.family) as %1$s) like :words escape '!'
            or collate(concat(p.family, ' ', p.given) as %1$s) like :words escape '!'
            or collate(p.email as %1$s) like :words escape '!')""".formatted(ALIKE);

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

    /**
     * Everybody who belongs or has belonged to the tenant, and whose name or address has the words in it.
     *
     * @param words empty for all; case and accents do not matter
     */
    public List<Member> search(TenantId tenant, String words, PersonOrder order, int skip, int most) {
        return query(tenant, MEMBER + MATCHES + " order by " + columns(order), Object[].class)
                .setParameter("words", likeAnywhere(words))
                .setFirstResult(skip)
                .setMaxResults(most)
                .getResultStream()
                .map(PersonStore::member)
                .toList();
    }

    private static String columns(PersonOrder order) {
        return switch (order) {
            case NAME -> "collate(p.family as %1$s), collate(p.given as %1$s), p.id".formatted(ALIKE);
            case NAME_BACKWARDS ->
                "collate(p.family as %1$s) desc, collate(p.given as %1$s) desc, p.id desc".formatted(ALIKE);
            case OLDEST_FIRST -> "p.joinedAt, p.id";
            case NEWEST_FIRST -> "p.joinedAt desc, p.id desc";
        };
    }

    public long count(TenantId tenant, String words) {
        return countWhere(tenant, MATCHES.replace("p.", "e."))
                .setParameter("words", likeAnywhere(words))
                .getSingleResult();
    }

    private static String likeAnywhere(String words) {
        return "%" + words.strip().replaceAll("[!%_]", "!$0") + "%";
    }

    public List<UUID> members(TenantId tenant) {
        return query(
                        tenant,
                        "select m.id from MembershipRow m where m.tenant = :tenant and m.roles <> '' order by m.id",
                        UUID.class)
                .getResultList();
    }

    /** All who are or were known here, a part at a time: those whose id comes after {@code after}. */
    public List<PersonRow> everybody(TenantId tenant, UUID after, int most) {
        return where(tenant, "e.id > :after", "e.id")
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** All who have this address, as it is written or otherwise. */
    public List<PersonRow> withEmail(TenantId tenant, String email, int most) {
        return where(tenant, "lower(e.email) = :email", "e.id")
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .setMaxResults(most)
                .getResultList();
    }

    /** Nothing leads from a person any more to an account, to an address, or to what is known elsewhere; the name stays. */
    public int detach(TenantId tenant, UUID person, UUID subject, UUID actor) {
        return change(tenant, """
                        update PersonRow e set e.subject = :subject, e.actor = :actor, e.email = '', e.language = null,
                            e.hiredOn = null
                        where e.tenant = :tenant and e.id = :person""")
                .setParameter("person", person)
                .setParameter("subject", subject.toString())
                .setParameter("actor", actor)
                .executeUpdate();
    }

    public int remove(TenantId tenant, UUID person) {
        return change(tenant, "delete from PersonRow e where e.tenant = :tenant and e.id = :person")
                .setParameter("person", person)
                .executeUpdate();
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

    /** The same, by what the persons are called outside their zone. */
    public List<Named> namesOfActors(TenantId tenant, Collection<UUID> actors) {
        return where(tenant, "e.actor in (:actors)")
                .setParameterList("actors", actors)
                .getResultStream()
                .map(person -> new Named(person.actor(), person.name()))
                .toList();
    }

    private static Member member(Object[] row) {
        return new Member((PersonRow) row[0], (MembershipRow) row[1]);
    }
}
