package org.mangrove.core.records;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a statement is found and counted by, without what it says. People, verbs and activities are {@link IndexTerms}.
 *
 * @param id its own, which the sender may have given it
 * @param position where it stands among all that were stored
 * @param team for which its context says that it was done
 * @param day on which it happened, in the tenant's zone
 * @param voids the id of the statement that it takes back
 */
public record IndexedStatement(
        UUID id,
        UUID position,
        Optional<UUID> actor,
        Optional<UUID> team,
        UUID verb,
        Optional<UUID> activity,
        LocalDate day,
        Optional<UUID> voids) {

    /** The same, found by another term for somebody. */
    IndexedStatement renamed(UUID person, UUID other) {
        return new IndexedStatement(
                id,
                position,
                actor.map(term -> term.equals(person) ? other : term),
                team.map(term -> term.equals(person) ? other : term),
                verb,
                activity,
                day,
                voids);
    }
}
