package org.mangrove.core.forwarding;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.XapiStatement;

/**
 * Which statements a forwarder wants. What is empty asks for nothing; what is not must be met, all of it.
 *
 * @param activities IRIs of activities
 * @param related whether an activity may stand anywhere in a statement
 * @param sources credentials from which they came; they count for foreign statements alone
 * @param actors how the actor may be named
 */
public record ForwardingFilter(
        Set<String> verbs,
        Set<String> activities,
        boolean related,
        Set<UUID> sources,
        Origin origin,
        Set<ActorKind> actors) {

    public static final ForwardingFilter ALL =
            new ForwardingFilter(Set.of(), Set.of(), false, Set.of(), Origin.ANY, Set.of());

    /** Who recorded a statement. */
    public enum Origin {
        ANY,
        OWN,
        FOREIGN
    }

    /** How a statement says who did it. */
    public enum ActorKind {
        ACCOUNT,
        MBOX,
        MBOX_SHA1SUM,
        OPENID,
        /** A group that has members and no name of its own. */
        NAMELESS;

        static ActorKind of(Optional<AgentId> actor) {
            return actor.map(agent -> switch (agent.kind()) {
                        case ACCOUNT -> ACCOUNT;
                        case MBOX -> MBOX;
                        case MBOX_SHA1SUM -> MBOX_SHA1SUM;
                        case OPENID -> OPENID;
                    })
                    .orElse(NAMELESS);
        }
    }

    public ForwardingFilter {
        verbs = Set.copyOf(verbs);
        activities = Set.copyOf(activities);
        sources = Set.copyOf(sources);
        actors = Set.copyOf(actors);
    }

    /** @param source the credential that it came with; empty if the platform itself recorded it */
    boolean wants(XapiStatement statement, Optional<UUID> source) {
        return (verbs.isEmpty() || verbs.contains(statement.verb()))
                && (activities.isEmpty() || isAbout(statement))
                && isFrom(source)
                && (actors.isEmpty() || actors.contains(ActorKind.of(statement.actorId())));
    }

    private boolean isAbout(XapiStatement statement) {
        return statement.activity().filter(activities::contains).isPresent()
                || (related && statement.relatedActivities().stream().anyMatch(activities::contains));
    }

    private boolean isFrom(Optional<UUID> source) {
        return switch (origin) {
            case OWN -> source.isEmpty();
            case FOREIGN -> source.isPresent() && isAmongSources(source.get());
            case ANY -> source.isEmpty() || isAmongSources(source.get());
        };
    }

    private boolean isAmongSources(UUID source) {
        return sources.isEmpty() || sources.contains(source);
    }
}
