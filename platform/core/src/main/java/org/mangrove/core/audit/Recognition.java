package org.mangrove.core.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Knows what was found before again. What is about one thing is the same if it is about that thing; a group is the same if it has
 * half of its members or more in common, so that what was decided about it stays when one more copy comes.
 *
 * @param known which of those before each finding is, by its place; what is not named is new
 * @param gone those before that were looked for and not found
 */
record Recognition(Map<Integer, UUID> known, Set<UUID> gone) {

    private static final double SAME_GROUP = 0.5;

    /** @param isGone whether it was not found the last time, either */
    record Before(UUID id, FindingKind kind, Set<String> subjects, boolean isGone) {}

    private record Likeness(int found, UUID before, double alike, boolean wasGone) {}

    private record Mention(FindingKind kind, String subject) {}

    /** @param notKnown of which nobody could tell this time: what was wrong with them is not gone because of that */
    static Recognition of(List<Before> before, List<Finding> found, Map<FindingKind, Set<String>> notKnown) {
        Map<UUID, Integer> taken = new HashMap<>();
        var known = new TreeMap<Integer, UUID>();
        for (Likeness likeness : likenesses(before, found)) {
            if (!known.containsKey(likeness.found()) && !taken.containsKey(likeness.before())) {
                known.put(likeness.found(), likeness.before());
                taken.put(likeness.before(), likeness.found());
            }
        }
        var gone = new HashSet<UUID>();
        for (Before each : before) {
            boolean isUntold =
                    each.subjects().stream().anyMatch(notKnown.getOrDefault(each.kind(), Set.of())::contains);
            if (!each.isGone() && !taken.containsKey(each.id()) && !isUntold) {
                gone.add(each.id());
            }
        }
        return new Recognition(known, gone);
    }

    /** Those that are alike enough, the most alike first, and what is there before what is gone. */
    private static List<Likeness> likenesses(List<Before> before, List<Finding> found) {
        Map<Mention, List<Before>> mentions = new HashMap<>();
        for (Before each : before) {
            for (String subject : each.subjects()) {
                mentions.computeIfAbsent(new Mention(each.kind(), subject), first -> new ArrayList<>())
                        .add(each);
            }
        }
        var likenesses = new ArrayList<Likeness>();
        for (int at = 0; at < found.size(); at++) {
            Finding finding = found.get(at);
            var candidates = new HashSet<Before>();
            for (String subject : finding.subjects()) {
                candidates.addAll(mentions.getOrDefault(new Mention(finding.kind(), subject), List.of()));
            }
            for (Before candidate : candidates) {
                double alike = alike(finding.subjects(), candidate.subjects());
                if (alike >= SAME_GROUP) {
                    likenesses.add(new Likeness(at, candidate.id(), alike, candidate.isGone()));
                }
            }
        }
        likenesses.sort(Comparator.comparingDouble((Likeness likeness) -> -likeness.alike())
                .thenComparing(Likeness::wasGone)
                .thenComparing(Likeness::found)
                .thenComparing(Likeness::before));
        return likenesses;
    }

    private static double alike(Collection<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }
}
