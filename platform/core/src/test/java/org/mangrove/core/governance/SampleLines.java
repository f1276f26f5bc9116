package org.mangrove.core.governance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lines of a log, for tests of those who take them along. */
public final class SampleLines {

    private SampleLines() {}

    /** Two decisions after one that says that people have to learn a course again. */
    public static List<String> chain(String owner, String change, String course, String digest) {
        var lines = new ArrayList<String>();
        String previous = Hashes.of("what was before");
        long number = 41;
        for (DecisionKind kind :
                List.of(DecisionKind.PEOPLE_ASSIGNED, DecisionKind.LOCK_SET, DecisionKind.LOCK_LIFTED)) {
            boolean isFirst = kind == DecisionKind.PEOPLE_ASSIGNED;
            Entry entry = Entry.of(
                    owner,
                    number++,
                    Instant.parse("2026-11-23T12:00:00Z"),
                    new Decided(
                            kind,
                            isFirst ? "law-change" : "course",
                            isFirst ? change : course,
                            isFirst ? List.of(course) : List.of(),
                            Map.of(),
                            isFirst ? digest : ""),
                    Hashes.of("nobody"),
                    previous);
            previous = Hashes.of(entry.text());
            lines.add(new TakenLine(entry, previous).text());
        }
        return lines;
    }
}
