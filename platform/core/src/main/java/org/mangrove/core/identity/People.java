package org.mangrove.core.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.identity.store.PersonRow;
import org.mangrove.core.identity.store.PersonStore;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** Finds the people of a tenant. */
@ApplicationScoped
public class People {

    private static final int MOST_OF_ONE_ADDRESS = 20;
    private static final UUID BEFORE_EVERYBODY = new UUID(0, 0);

    @Inject
    PersonStore store;

    @Transactional
    public Optional<Person> find(TenantId tenant, UUID person) {
        return store.findMember(tenant, person).map(People::person);
    }

    /** Their account with the sign-on, also of one who belongs to the tenant no more. */
    @Transactional
    public Optional<Account> findAccount(TenantId tenant, UUID person) {
        return store.find(tenant, person).map(PersonRow::account);
    }

    /** By what the tenant's stores may know a person, also one who belongs to it no more. */
    @Transactional
    public Optional<DataSubject> findSubject(TenantId tenant, UUID person) {
        return store.find(tenant, person).map(People::subject);
    }

    /** Those who have an address. */
    @Transactional
    public List<DataSubject> subjectsWithEmail(TenantId tenant, String email) {
        return store.withEmail(tenant, email, MOST_OF_ONE_ADDRESS).stream()
                .map(People::subject)
                .toList();
    }

    /** Everybody who is or was known to the tenant, a part at a time, in the order of their ids. */
    @Transactional
    public List<DataSubject> subjects(TenantId tenant, Optional<UUID> after, int most) {
        return store.everybody(tenant, after.orElse(BEFORE_EVERYBODY), most).stream()
                .map(People::subject)
                .toList();
    }

    private static DataSubject subject(PersonRow row) {
        Set<String> emails =
                row.email().isEmpty() ? Set.of() : Set.of(row.email().toLowerCase(Locale.ROOT));
        return new DataSubject(Optional.of(row.id()), Optional.of(row.actor()), emails, Set.of(), Set.of());
    }

    @Transactional
    public Optional<Person> findByActor(TenantId tenant, UUID actor) {
        return store.findMemberByActor(tenant, actor).map(People::person);
    }

    @Transactional
    public Optional<Person> findByAccount(TenantId tenant, String realm, String subject) {
        return store.findMember(tenant, realm, subject).map(People::person);
    }

    /** Whether the tenant knows the account and it has a role there. */
    @Transactional
    public boolean belongs(TenantId tenant, String realm, String subject) {
        return store.findMember(tenant, realm, subject)
                .filter(member -> !member.membership().roles().isEmpty())
                .isPresent();
    }

    /** The names of those of {@code people} who are known to the tenant. */
    @Transactional
    public Map<UUID, PersonName> names(TenantId tenant, Collection<UUID> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return store.names(tenant, people).stream()
                .collect(Collectors.toMap(PersonStore.Named::person, PersonStore.Named::name));
    }

    /** The names of those of {@code actors} who are known to the tenant, by actor. */
    @Transactional
    public Map<UUID, PersonName> namesOfActors(TenantId tenant, Collection<UUID> actors) {
        if (actors.isEmpty()) {
            return Map.of();
        }
        return store.namesOfActors(tenant, actors).stream()
                .collect(Collectors.toMap(PersonStore.Named::person, PersonStore.Named::name));
    }

    /** Up to {@code most} people whose id comes after {@code after}, in the order of their ids. */
    @Transactional
    public List<Person> page(TenantId tenant, Optional<UUID> after, int most) {
        return store.page(tenant, after.orElse(BEFORE_EVERYBODY), most).stream()
                .map(People::person)
                .toList();
    }

    /** Somebody in a list of people. */
    public record Listed(Person person, Instant joinedAt) {}

    /**
     * A part of a list.
     *
     * @param all how many there are in the whole of it
     */
    public record Found(List<Listed> part, long all) {}

    /**
     * Everybody who belongs or has belonged to the tenant and whose name or address has the words in it.
     *
     * @param words empty for all
     */
    @Transactional
    public Found search(TenantId tenant, String words, PersonOrder order, int skip, int most) {
        return new Found(
                store.search(tenant, words, order, skip, most).stream()
                        .map(member ->
                                new Listed(person(member), member.person().joinedAt()))
                        .toList(),
                store.count(tenant, words));
    }

    /** Everybody who may be assigned something: those who have any role. */
    @Transactional
    public List<UUID> members(TenantId tenant) {
        return store.members(tenant);
    }

    @Transactional
    public void chooseLanguage(TenantId tenant, UUID person, Locale language) {
        must(tenant, person).choose(language);
    }

    @Transactional
    public void hired(TenantId tenant, UUID person, LocalDate day) {
        must(tenant, person).hired(day);
    }

    private PersonRow must(TenantId tenant, UUID person) {
        return store.find(tenant, person).orElseThrow(() -> new NotFound(Message.of("identity.person.not-found")));
    }

    static Person person(PersonStore.Member member) {
        PersonRow row = member.person();
        return new Person(
                row.id(),
                row.actor(),
                row.name(),
                row.email(),
                row.language(),
                row.hiredOn(),
                member.membership().roles());
    }
}
