package org.mangrove.core.components;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a component is entered if the register does not know it: what the enterprise's configuration says of it. From then on the
 * register alone counts.
 *
 * @param owner the public name of a member of the core
 * @param steward the same, or empty
 */
record DeclaredComponent(
        String key,
        Terms terms,
        String owner,
        String steward,
        Decision decision,
        Optional<LocalDate> lastDay,
        String reason) {

    /** @param values by {@code key.what}, as {@code Enterprise.components} has them; the files were checked before */
    static List<DeclaredComponent> of(Map<String, String> values) {
        var byKey = new TreeMap<String, Map<String, String>>();
        values.forEach((name, value) -> {
            int dot = name.indexOf('.');
            byKey.computeIfAbsent(name.substring(0, dot), first -> new TreeMap<>())
                    .put(name.substring(dot + 1), value);
        });
        return byKey.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static DeclaredComponent of(String key, Map<String, String> said) {
        return new DeclaredComponent(
                key,
                new Terms(
                        ComponentKind.find(said.getOrDefault("kind", "")).orElse(ComponentKind.TOOL),
                        said.getOrDefault("name", key),
                        said.getOrDefault("objective", ""),
                        words(said, "purposes").stream()
                                .flatMap(word -> Purpose.find(word).stream())
                                .collect(Collectors.toSet()),
                        words(said, "markets"),
                        said.getOrDefault("data", ""),
                        said.getOrDefault("supplier", ""),
                        Cost.read(said.getOrDefault("cost.amount", ""), said.getOrDefault("cost.currency", "")),
                        day(said, "contract-end")),
                said.getOrDefault("owner", ""),
                said.getOrDefault("steward", ""),
                Decision.find(said.getOrDefault("decision", "")).orElse(Decision.TRIAL),
                day(said, "trial-until"),
                said.getOrDefault("reason", ""));
    }

    private static Set<String> words(Map<String, String> said, String what) {
        return Arrays.stream(said.getOrDefault(what, "").split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Optional<LocalDate> day(Map<String, String> said, String what) {
        return Optional.ofNullable(said.get(what)).map(LocalDate::parse);
    }
}
