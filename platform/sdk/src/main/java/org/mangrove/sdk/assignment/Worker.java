package org.mangrove.sdk.assignment;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule may know about somebody who works in the tenant. No name, no id, no date of birth: no rule needs them.
 *
 * @param today in the tenant's time zone
 * @param employedSince the day on which the person began to work there
 * @param ageGroup under the laws that hold there
 * @param roles what the person does in the tenant: {@code learner}, {@code manager}, and the like
 * @param groups the tenant's own groups of people, such as {@code warehouse}
 * @param completed when the person last completed which course, by the course's key
 */
public record Worker(
        LocalDate today,
        LocalDate employedSince,
        AgeGroup ageGroup,
        Set<String> roles,
        Set<String> groups,
        Map<String, LocalDate> completed) {

    public Worker {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
        completed = Map.copyOf(completed);
    }

    public Optional<LocalDate> lastCompletion(String course) {
        return Optional.ofNullable(completed.get(course));
    }

    /** Whether the law protects the person as a young one. */
    public enum AgeGroup {
        YOUNG,
        ADULT,

        /** Nobody has said. */
        UNKNOWN
    }
}
