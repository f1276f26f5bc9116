package org.mangrove.core.records;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which statements are asked for, and in which order. Agents, verbs and activities are given as {@link IndexTerms}.
 *
 * @param relatedAgents whether the agent may stand anywhere in a statement
 * @param relatedActivities whether the activity may stand anywhere in a statement
 * @param authority the source whose authority {@code agent} is, if it is one; it counts with {@code relatedAgents}
 * @param source from which they came
 * @param since stored after this
 * @param until stored at this time or before
 * @param ascending the one stored first comes first
 * @param beyond where the last statement of the page before stands
 */
public record StatementFilter(
        Optional<UUID> agent,
        boolean relatedAgents,
        Optional<UUID> authority,
        Optional<UUID> verb,
        Optional<UUID> activity,
        boolean relatedActivities,
        Optional<UUID> registration,
        Optional<UUID> source,
        Optional<Instant> since,
        Optional<Instant> until,
        boolean ascending,
        Optional<UUID> beyond) {

    /** All, the newest first. */
    public static final StatementFilter ALL = newestFirst(Optional.empty());

    /** Those of an agent, the newest first. */
    public static StatementFilter of(UUID agent) {
        return newestFirst(Optional.of(agent));
    }

    private static StatementFilter newestFirst(Optional<UUID> agent) {
        return new StatementFilter(
                agent,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    public StatementFilter beyond(UUID position) {
        return new StatementFilter(
                agent,
                relatedAgents,
                authority,
                verb,
                activity,
                relatedActivities,
                registration,
                source,
                since,
                until,
                ascending,
                Optional.of(position));
    }

    public StatementFilter until(Instant end) {
        return new StatementFilter(
                agent,
                relatedAgents,
                authority,
                verb,
                activity,
                relatedActivities,
                registration,
                source,
                since,
                Optional.of(end),
                ascending,
                beyond);
    }
}
