package org.mangrove.core.components.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.components.Component;
import org.mangrove.core.components.ComponentKind;
import org.mangrove.core.components.Overlap;
import org.mangrove.core.components.Standing;

/**
 * The register, as it was chosen and sorted.
 *
 * @param notEntered plugins that configuration lists and the register does not know, with the tenants that list them
 */
public record RegisterPage(
        List<Line> lines,
        List<Overlap> overlaps,
        Map<String, Set<String>> notEntered,
        Map<UUID, String> names,
        Shown shown,
        Optional<ComponentKind> kind,
        String sortedBy,
        boolean mayDecide) {

    private static final int PSEUDONYM_SHOWN = 8;

    /** Which entries are shown. */
    public enum Shown {
        ALL,
        ON,
        OFF,
        /** Somebody has to decide, or nobody answers for it. */
        WAITING,
        OVERLAPPING;

        boolean holds(Line line) {
            return switch (this) {
                case ALL -> true;
                case ON -> line.standing().isOn();
                case OFF -> !line.standing().isOn();
                case WAITING -> line.standing().wantsDecision() || line.isOwnerless() || line.isContractOver();
                case OVERLAPPING -> !line.overlaps().isEmpty();
            };
        }

        /** As addresses and messages call it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Shown of(String word) {
            Optional<Shown> found = Stream.of(values())
                    .filter(shown -> shown.word().equals(word))
                    .findFirst();
            return found.orElse(ALL);
        }
    }

    /**
     * An entry.
     *
     * @param markets in which it may be met
     * @param overlaps with what else it is for the same
     * @param ownerName empty if nobody who works here answers for it
     */
    public record Line(
            Component component,
            Standing standing,
            Set<String> markets,
            List<Overlap> overlaps,
            String ownerName,
            LocalDate today) {

        static Line of(
                Component component,
                LocalDate today,
                Map<String, Set<String>> markets,
                List<Overlap> overlaps,
                Map<UUID, String> names) {
            return new Line(
                    component,
                    component.on(today),
                    markets.getOrDefault(component.key(), Set.of()),
                    overlaps.stream()
                            .filter(overlap -> overlap.first().key().equals(component.key())
                                    || overlap.second().key().equals(component.key()))
                            .toList(),
                    component.owner().map(names::get).orElse(""),
                    today);
        }

        public boolean isOwnerless() {
            return ownerName.isEmpty();
        }

        public boolean isContractOver() {
            return component.terms().contractEnd().filter(today::isAfter).isPresent();
        }

        /** The other one. */
        public Component other(Overlap overlap) {
            return overlap.first().key().equals(component.key()) ? overlap.second() : overlap.first();
        }
    }

    public String name(UUID actor) {
        return name(names, actor);
    }

    static String name(Map<UUID, String> names, UUID actor) {
        return names.getOrDefault(actor, pseudonym(actor));
    }

    static String pseudonym(UUID actor) {
        return actor.toString().substring(0, PSEUDONYM_SHOWN);
    }
}
