package org.mangrove.core.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How sign-ons have ended on this node since it started; nobody's name, no tenant's. */
@ApplicationScoped
public class SignOnCounts {

    /** How one ended. */
    public enum Outcome {
        SIGNED_ON,

        /** Keycloak knows them and they do not belong here. */
        NO_ACCESS,

        /** They came back with something that cannot be believed, too late, or a second time. */
        REFUSED,

        /** Keycloak did not answer. */
        UNREACHABLE
    }

    private final Map<Outcome, LongAdder> counts = new ConcurrentHashMap<>();

    public void count(Outcome outcome) {
        counts.computeIfAbsent(outcome, missing -> new LongAdder()).increment();
    }

    public Map<Outcome, Long> all() {
        var all = new EnumMap<Outcome, Long>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            all.put(
                    outcome,
                    Optional.ofNullable(counts.get(outcome)).map(LongAdder::sum).orElse(0L));
        }
        return all;
    }
}
