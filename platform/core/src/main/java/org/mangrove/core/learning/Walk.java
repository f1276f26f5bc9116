package org.mangrove.core.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mangrove.core.content.Branches;
import org.mangrove.core.content.EffectiveBlock;

/** How somebody has come through a scenario so far: which choice was taken in which scene. */
public record Walk(Branches branches, List<Taken> taken) {

    /** As many choices as fit; who needs more walks in circles. */
    static final int MOST = 60;

    public record Taken(String scene, String way) {}

    /** What somebody does next. */
    public sealed interface Move {

        /** @param scene in which they believe to be */
        record Choose(String scene, String way) implements Move {}

        /** One choice back. */
        record Back() implements Move {}

        /** From the beginning. */
        record Again() implements Move {}
    }

    public Walk {
        taken = List.copyOf(taken);
    }

    /** As far as the scenario, as it is now, knows what was chosen. */
    public static Walk of(EffectiveBlock scenario, String written) {
        Walk walk = new Walk(scenario.branches(), List.of());
        for (String pair : written.isEmpty() ? new String[0] : written.split(" ")) {
            String[] parts = pair.split(":", 2);
            Optional<Walk> further = parts.length < 2 ? Optional.empty() : walk.choosing(parts[0], parts[1]);
            if (further.isEmpty()) {
                return walk;
            }
            walk = further.get();
        }
        return walk;
    }

    /** The scene in which they are; empty if the scenario has none. */
    public Optional<Branches.Scene> here() {
        if (taken.isEmpty()) {
            return branches.scenes().stream().findFirst();
        }
        Taken last = taken.getLast();
        return branches.find(last.scene()).stream()
                .flatMap(scene -> scene.ways().stream())
                .filter(way -> way.id().equals(last.way()))
                .flatMap(way -> branches.find(way.to()).stream())
                .findFirst();
    }

    /** How it ends here, if it does. */
    public Optional<Branches.End> end() {
        return here().flatMap(Branches.Scene::end);
    }

    /** @return empty if they are not in that scene, or cannot go this way from it */
    Optional<Walk> choosing(String scene, String way) {
        boolean leadsOn = here().filter(there -> there.id().equals(scene)).stream()
                .flatMap(there -> there.ways().stream())
                .anyMatch(there ->
                        there.id().equals(way) && branches.find(there.to()).isPresent());
        return leadsOn && taken.size() < MOST ? Optional.of(and(new Taken(scene, way))) : Optional.empty();
    }

    Walk back() {
        return taken.isEmpty() ? this : new Walk(branches, taken.subList(0, taken.size() - 1));
    }

    Walk again() {
        return new Walk(branches, List.of());
    }

    boolean isTooLong() {
        return taken.size() >= MOST;
    }

    /** As progress and answers hold it. */
    public String text() {
        return taken.stream().map(one -> one.scene() + ":" + one.way()).collect(Collectors.joining(" "));
    }

    private Walk and(Taken further) {
        var more = new ArrayList<>(taken);
        more.add(further);
        return new Walk(branches, more);
    }
}
