package org.mangrove.core.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What headquarters hears of the policies of a market: which figures it has chosen itself, and none of its words.
 *
 * @param said by the policy's slug
 */
public record MarketFigures(Map<String, List<Said>> said) {

    /**
     * A figure of the market's own.
     *
     * @param value what it says
     * @param inForce what holds there
     * @param until from when it holds no more; empty if it holds for good
     * @param waits whether somebody there has to decide
     */
    public record Said(String subject, String value, String inForce, Optional<Instant> until, boolean waits) {}

    public MarketFigures {
        said = Collections.unmodifiableMap(new TreeMap<>(said));
    }

    static MarketFigures of(List<PolicyDesk> desks) {
        var said = new TreeMap<String, List<Said>>();
        for (PolicyDesk desk : desks) {
            List<Said> some = desk.ours().stream()
                    .map(row -> new Said(
                            row.figure().subject(),
                            row.said().orElse(""),
                            row.value(),
                            row.ours().flatMap(ours -> ours.expiresAt()),
                            row.waits()))
                    .toList();
            if (!some.isEmpty()) {
                said.put(desk.definition().slug(), some);
            }
        }
        return new MarketFigures(said);
    }

    /** Of the figures that there are in this release. */
    List<Said> of(PolicyDefinition definition) {
        return said.getOrDefault(definition.slug(), List.of()).stream()
                .filter(figure -> definition.find(figure.subject()).isPresent())
                .toList();
    }

    /** Whoever tells more than figures tells too much. */
    boolean isFiguresOnly(Map<String, PolicyDefinition> known) {
        return said.entrySet().stream()
                .allMatch(policy -> policy.getValue().stream()
                        .allMatch(figure -> Optional.ofNullable(known.get(policy.getKey()))
                                .flatMap(definition -> definition.find(figure.subject()))
                                .filter(there -> there.canBe(figure.value()) && there.canBe(figure.inForce()))
                                .isPresent()));
    }
}
