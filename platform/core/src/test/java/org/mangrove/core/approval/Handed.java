package org.mangrove.core.approval;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Revisions as tests hand them in. */
final class Handed {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private Handed() {}

    /** @param parts what each space would get, as any text */
    static Revision in(int no, UUID by, Map<String, String> parts) {
        return new Revision(
                no,
                new TreeMap<>(parts).toString(),
                new TreeMap<>(parts),
                parts.get("global"),
                "MAJOR",
                0,
                "bytes",
                by,
                NOW);
    }

    static UUID person(int number) {
        return new UUID(1, number);
    }
}
