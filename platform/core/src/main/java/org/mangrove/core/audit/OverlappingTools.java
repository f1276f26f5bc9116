package org.mangrove.core.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mangrove.core.audit.Evidence.SharedPurpose;

/**
 * Finds tools that do the same in the same market, by what they say that they do and never by their names: by what they can do,
 * where they say so in words that are the same for all, else by what they say that they are for. What all of them say weighs little.
 * Two of which the register of components says that they are for the same are found by that.
 */
final class OverlappingTools implements Detector {

    /** Half of what at least one of them can do, both can; but for one thing in common nobody gives up a tool. */
    static final double CAPABILITIES_ALIKE = 0.5;

    private static final int LEAST_CAPABILITIES = 2;

    /**
     * By weight of the words: of two sentences about the same, each says some things besides. Two that only do the same kind of thing
     * to something else share a verb, and what all tools praise themselves for.
     */
    static final double PURPOSE_ALIKE = 0.35;

    private static final int LEAST_WORDS = 3;

    /** Words of languages with endings begin alike. */
    private static final int STEM = 6;

    @Override
    public FindingKind kind() {
        return FindingKind.OVERLAPPING_TOOLS;
    }

    @Override
    public Detection look(Inventory inventory) {
        var words = new Words();
        List<AuditedTool> tools = inventory.tools();
        List<Set<String>> purposes =
                tools.stream().map(tool -> purpose(tool, words)).toList();
        Map<String, Integer> said = new HashMap<>();
        purposes.forEach(each -> each.forEach(word -> said.merge(word, 1, Integer::sum)));
        var findings = new ArrayList<Finding>();
        var notKnown = new ArrayList<String>();
        for (int first = 0; first < tools.size(); first++) {
            AuditedTool one = tools.get(first);
            if (one.capabilities().isEmpty() && Placeholders.saysNothing(one.purpose())) {
                notKnown.add(one.id());
            }
            for (int second = first + 1; second < tools.size(); second++) {
                AuditedTool other = tools.get(second);
                Set<String> points = common(one.points(), other.points());
                Set<String> markets = common(one.markets(), other.markets());
                Set<String> entered = common(one.purposes(), other.purposes());
                if (markets.isEmpty()) {
                    continue;
                }
                if (!entered.isEmpty()) {
                    findings.add(overlap(one, other, points, entered, markets, Set.of()));
                    continue;
                }
                if (points.isEmpty()) {
                    continue;
                }
                Set<String> capabilities = common(one.capabilities(), other.capabilities());
                Set<String> sharedWords = common(purposes.get(first), purposes.get(second));
                if (canDoTheSame(one, other, capabilities)
                        || sayTheSame(one, other, purposes.get(first), purposes.get(second), said, tools.size())) {
                    findings.add(overlap(one, other, points, capabilities, markets, sharedWords));
                }
            }
        }
        return new Detection(kind(), findings, notKnown);
    }

    private Finding overlap(
            AuditedTool one,
            AuditedTool other,
            Set<String> points,
            Set<String> capabilities,
            Set<String> markets,
            Set<String> words) {
        return new Finding(
                kind(),
                List.of(one.id(), other.id()),
                List.of(new SharedPurpose(
                        one.id(),
                        other.id(),
                        List.copyOf(points),
                        List.copyOf(capabilities),
                        List.copyOf(markets),
                        List.copyOf(words))),
                ProposedAction.CHOOSE_ONE_TOOL);
    }

    private static boolean canDoTheSame(AuditedTool one, AuditedTool other, Set<String> common) {
        var all = new HashSet<>(one.capabilities());
        all.addAll(other.capabilities());
        return common.size() >= LEAST_CAPABILITIES && (double) common.size() / all.size() >= CAPABILITIES_ALIKE;
    }

    /** Two that both say what they can do are compared by that alone: sentences are alike more easily. */
    private static boolean sayTheSame(
            AuditedTool one,
            AuditedTool other,
            Set<String> ones,
            Set<String> others,
            Map<String, Integer> said,
            int tools) {
        boolean bothSayWhatTheyCan =
                !one.capabilities().isEmpty() && !other.capabilities().isEmpty();
        Set<String> common = common(ones, others);
        var all = new HashSet<>(ones);
        all.addAll(others);
        return !bothSayWhatTheyCan
                && common.size() >= LEAST_WORDS
                && weight(common, said, tools) / weight(all, said, tools) >= PURPOSE_ALIKE;
    }

    private static double weight(Collection<String> words, Map<String, Integer> said, int tools) {
        return words.stream()
                .mapToDouble(word -> Math.log((tools + 2.0) / Math.max(2, said.getOrDefault(word, 0))))
                .sum();
    }

    private static Set<String> purpose(AuditedTool tool, Words words) {
        var stems = new TreeSet<String>();
        for (String word : words.of(tool.purpose(), tool.language())) {
            stems.add(word.substring(0, Math.min(word.length(), STEM)));
        }
        return stems;
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        var common = new TreeSet<>(one);
        common.retainAll(other);
        return common;
    }
}
