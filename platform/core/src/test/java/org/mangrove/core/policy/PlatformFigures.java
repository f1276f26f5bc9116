package org.mangrove.core.policy;

import java.util.Map;
import java.util.Optional;
import org.mangrove.core.database.Configuration;

/** What holds where nobody has said anything. */
public final class PlatformFigures {

    private PlatformFigures() {}

    public static MarketPolicies.InForce deadlines() {
        return deadlines(Map.of());
    }

    /** @param said otherwise, by subject */
    public static MarketPolicies.InForce deadlines(Map<String, String> said) {
        return MarketPolicies.InForce.of(
                PolicyDefinition.figures(deadlinesDefinition().blocks(said)), Optional.empty());
    }

    static PolicyDefinition deadlinesDefinition() {
        var source = new DeadlinesPolicy();
        source.configuration = new Configuration();
        return source.definition();
    }
}
