package org.mangrove.core.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts those together that are like one another, also by way of a third. */
final class Groups {

    private final int[] parents;

    Groups(int members) {
        parents = new int[members];
        for (int member = 0; member < members; member++) {
            parents[member] = member;
        }
    }

    void join(int one, int other) {
        int first = head(one);
        int second = head(other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    int head(int member) {
        int head = member;
        while (parents[head] != head) {
            parents[head] = parents[parents[head]];
            head = parents[head];
        }
        return head;
    }

    /** Those with more than one member. */
    Collection<List<Integer>> all() {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int member = 0; member < parents.length; member++) {
            groups.computeIfAbsent(head(member), first -> new ArrayList<>()).add(member);
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }
}
