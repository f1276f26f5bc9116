package org.mangrove.core.privacy;

import java.util.Optional;
import java.util.Set;
import org.mangrove.core.identity.DataSubject;

/**
 * All that leads to somebody: what the stores know them by, and what a search for them looks for besides.
 *
 * @param account with the sign-on, if they have one here
 * @param userName with which they sign in; empty if unknown
 * @param names as they may be written
 */
public record Known(DataSubject subject, Optional<SignOnAccount> account, String userName, Set<String> names) {

    /** @param subject the account's id */
    public record SignOnAccount(String realm, String subject) {}

    public Known {
        names = Set.copyOf(names);
    }

    Known withEvidence(boolean stays) {
        return new Known(subject.withEvidence(stays), account, userName, names);
    }

    /** What it takes to go on when the day of what stays has come: ids, and nothing that somebody could read. */
    Known idsOnly() {
        return new Known(
                new DataSubject(subject.person(), subject.actor(), Set.of(), Set.of(), Set.of(), subject.terms(), true),
                Optional.empty(),
                "",
                Set.of());
    }

    /** Whom it is about would be written into a log. */
    @Override
    public String toString() {
        return "Known";
    }
}
