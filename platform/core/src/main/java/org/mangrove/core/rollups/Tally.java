package org.mangrove.core.rollups;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.mangrove.core.records.IndexedStatement;

/** Adds up what statements change, so that each sum is written once however many statements change it. For one thread. */
final class Tally {

    private final Map<RollupCell, Long> sums = new HashMap<>();

    /** @param times 1 if the statement comes, -1 if it goes */
    void count(IndexedStatement statement, long times) {
        statement.actor().ifPresent(term -> add(statement, RollupKind.PERSON, term, times));
        statement.team().ifPresent(term -> add(statement, RollupKind.TEAM, term, times));
        add(statement, RollupKind.ORGANIZATION, RollupKind.WHOLE, times);
        statement.activity().ifPresent(term -> add(statement, RollupKind.ASSET, term, times));
        add(statement, RollupKind.VERB, statement.verb(), times);
    }

    private void add(IndexedStatement statement, RollupKind kind, UUID term, long times) {
        sums.merge(new RollupCell(kind, term, statement.day()), times, Long::sum);
    }

    int size() {
        return sums.size();
    }

    /** What has to be added to the sums; nothing that stays as it is. */
    Map<RollupCell, Long> taken() {
        var taken = new HashMap<>(sums);
        taken.values().removeIf(times -> times == 0);
        sums.clear();
        return taken;
    }
}
