package org.mangrove.core.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody of a tenant by all that its stores may know them by, when they ask what is known of them or want to be forgotten.
 *
 * @param person their id in the tenant; empty if they never signed on and only foreign systems speak of them
 * @param actor their pseudonym, under which what is recorded here stands
 * @param emails as they are written, in lower case; foreign systems say them plainly or as a hash
 * @param accounts what foreign systems call them
 * @param openIds their addresses with providers of OpenID
 * @param terms what the record store's indexes call them, besides what follows from the rest: of somebody who was erased, and
 *     whom a restored backup has brought back, nothing else may be known
 * @param inEvidence whether something that the law demands speaks of them and stays for its time; without a name it would
 *     prove nothing
 */
public record DataSubject(
        Optional<UUID> person,
        Optional<UUID> actor,
        Set<String> emails,
        Set<ForeignAccount> accounts,
        Set<String> openIds,
        Set<UUID> terms,
        boolean inEvidence) {

    public DataSubject {
        emails = Set.copyOf(emails);
        accounts = Set.copyOf(accounts);
        openIds = Set.copyOf(openIds);
        terms = Set.copyOf(terms);
    }

    public DataSubject(
            Optional<UUID> person,
            Optional<UUID> actor,
            Set<String> emails,
            Set<ForeignAccount> accounts,
            Set<String> openIds) {
        this(person, actor, emails, accounts, openIds, Set.of(), false);
    }

    /** The same person, of whom evidence stays or does not. */
    public DataSubject withEvidence(boolean stays) {
        return new DataSubject(person, actor, emails, accounts, openIds, terms, stays);
    }

    /** An account as xAPI has it. */
    public record ForeignAccount(String homePage, String name) {}

    /** Whom it is about would be written into a log. */
    @Override
    public String toString() {
        return "DataSubject";
    }
}
