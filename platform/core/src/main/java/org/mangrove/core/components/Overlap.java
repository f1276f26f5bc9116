package org.mangrove.core.components;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two components that are for the same in the same place.
 *
 * @param purposes what both are for
 * @param markets where both are met
 */
public record Overlap(Component first, Component second, Set<Purpose> purposes, Set<String> markets) {

    public Overlap {
        purposes = Set.copyOf(purposes);
        markets = Set.copyOf(markets);
    }

    /**
     * Among those that are on and met somewhere.
     *
     * @param markets in which each is met, by its key
     */
    public static List<Overlap> among(List<Component> components, Map<String, Set<String>> markets, LocalDate today) {
        List<Component> on = components.stream()
                .filter(component -> component.on(today).isOn())
                .toList();
        var overlaps = new ArrayList<Overlap>();
        for (int one = 0; one < on.size(); one++) {
            Component first = on.get(one);
            for (Component second : on.subList(one + 1, on.size())) {
                Set<Purpose> both =
                        common(first.terms().purposes(), second.terms().purposes());
                Set<String> places = common(
                        markets.getOrDefault(first.key(), Set.of()), markets.getOrDefault(second.key(), Set.of()));
                if (!both.isEmpty() && !places.isEmpty()) {
                    overlaps.add(new Overlap(first, second, both, places));
                }
            }
        }
        return List.copyOf(overlaps);
    }

    private static <T> Set<T> common(Set<T> one, Set<T> other) {
        var common = new HashSet<>(one);
        common.retainAll(other);
        return Set.copyOf(common);
    }
}
