package org.mangrove.core.governance;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody may do in the core, and who may do it where an enterprise says nothing else. */
public enum Act {
    PUBLISH_COSMETIC(DecisionRights.AUTHOR, DecisionRights.OPERATOR),
    PUBLISH_MINOR(DecisionRights.AUTHOR, DecisionRights.OPERATOR),
    PUBLISH_MAJOR(DecisionRights.AUTHOR, DecisionRights.OPERATOR),
    PUBLISH_REGULATORY(DecisionRights.AUTHOR, DecisionRights.OPERATOR),
    /** To publish a course once more with something mended that an audit has found. */
    MEND(DecisionRights.AUTHOR, DecisionRights.GOVERNOR, DecisionRights.OPERATOR),
    /** What a region or a market says otherwise, from the core. */
    ADAPT(DecisionRights.AUTHOR, DecisionRights.OPERATOR),
    LOCK(DecisionRights.GOVERNOR),
    /** To say that a text was verified for the law of a place. */
    CLAIM(DecisionRights.GOVERNOR),
    /** Not to insist on a criterion of quality for a while. */
    WAIVE(DecisionRights.GOVERNOR),
    /** To publish a policy, or to say it otherwise for a region. */
    POLICY(DecisionRights.GOVERNOR),
    /** To say who sits in which lane. */
    ASSIGN(DecisionRights.GOVERNOR);

    private final Set<String> usual;

    Act(String... usual) {
        this.usual = Set.of(usual);
    }

    Set<String> usual() {
        return usual;
    }

    /** As data says it: {@code publish-major}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Act> find(String word) {
        return Stream.of(values()).filter(act -> act.word().equals(word)).findFirst();
    }

    /** @param change the class of the change, such as {@code MAJOR} */
    public static Act publishing(String change) {
        return find("publish-" + change.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("No such class of change: " + change));
    }
}
