package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.mangrove.core.tenancy.EnterpriseId;

/** How the cells of this node stand to the feeds that they pull. A change is logged once, not with every attempt. */
@ApplicationScoped
public class FeedStates {

    private static final Logger LOG = System.getLogger(FeedStates.class.getName());

    private final Map<Feed, State> states = new ConcurrentHashMap<>();

    /** The feed of an enterprise in a cell. */
    public record Feed(String cell, EnterpriseId enterprise) {}

    /**
     * @param upToDateAt when the cell last had everything that the core had published
     * @param trouble what stops it, if anything does
     */
    public record State(Optional<Instant> upToDateAt, Optional<Trouble> trouble) {}

    /** @param isRefused whether the core, or somebody in its name, sent what the cell refuses; else it sent nothing */
    public record Trouble(boolean isRefused, String what) {

        static Trouble silence(String what) {
            return new Trouble(false, what);
        }

        static Trouble refusal(String what) {
            return new Trouble(true, what);
        }
    }

    public State of(String cell, EnterpriseId enterprise) {
        return states.getOrDefault(new Feed(cell, enterprise), new State(Optional.empty(), Optional.empty()));
    }

    /** A copy of all that is known. */
    public Map<Feed, State> all() {
        return Map.copyOf(states);
    }

    /** What the cell knew when it was last running. */
    void recall(String cell, EnterpriseId enterprise, Instant upToDateAt) {
        states.putIfAbsent(new Feed(cell, enterprise), new State(Optional.of(upToDateAt), Optional.empty()));
    }

    void upToDate(String cell, EnterpriseId enterprise, Instant at) {
        State before = states.put(new Feed(cell, enterprise), new State(Optional.of(at), Optional.empty()));
        if (before != null && before.trouble().isPresent()) {
            LOG.log(Level.INFO, "Cell {0} has everything of enterprise {1} again", cell, enterprise);
        }
    }

    void stopped(String cell, EnterpriseId enterprise, Trouble trouble) {
        State before = of(cell, enterprise);
        states.put(new Feed(cell, enterprise), new State(before.upToDateAt(), Optional.of(trouble)));
        if (before.trouble().filter(trouble::equals).isEmpty()) {
            say(trouble, "Cell " + cell + ", enterprise " + enterprise);
        }
    }

    /** Nothing can be had for any enterprise. */
    void stopped(String cell, Trouble trouble) {
        List<EnterpriseId> known = known(cell);
        boolean isNews = known.isEmpty()
                || known.stream()
                        .anyMatch(enterprise -> of(cell, enterprise)
                                .trouble()
                                .filter(trouble::equals)
                                .isEmpty());
        known.forEach(enterprise -> states.put(
                new Feed(cell, enterprise), new State(of(cell, enterprise).upToDateAt(), Optional.of(trouble))));
        if (isNews) {
            say(trouble, "Cell " + cell);
        }
    }

    /** Enterprises of the cell that are not among these. */
    Set<EnterpriseId> others(String cell, List<EnterpriseId> named) {
        return known(cell).stream()
                .filter(enterprise -> !named.contains(enterprise))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<EnterpriseId> known(String cell) {
        return states.keySet().stream()
                .filter(feed -> feed.cell().equals(cell))
                .map(Feed::enterprise)
                .toList();
    }

    private static void say(Trouble trouble, String whose) {
        if (trouble.isRefused()) {
            LOG.log(Level.ERROR, "{0}: the feed is refused: {1}", whose, trouble.what());
        } else {
            LOG.log(Level.WARNING, "{0}: no feed from the core: {1}", whose, trouble.what());
        }
    }
}
