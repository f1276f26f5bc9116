package org.mangrove.core.rollups;

import java.util.Arrays;
import java.util.UUID;

/** By what statements are counted. What is counted is called by the terms of {@link org.mangrove.core.records.IndexTerms}. */
public enum RollupKind {
    /** Who did it. */
    PERSON(1),
    /** For which team, as the statement's context says. */
    TEAM(2),
    /** Everything of the tenant; there is one term, {@link #WHOLE}. */
    ORGANIZATION(3),
    /** The activity that it is about. */
    ASSET(4),
    VERB(5);

    public static final UUID WHOLE = new UUID(0, 0);

    private final int code;

    RollupKind(int code) {
        this.code = code;
    }

    /** In rows; never to be changed. */
    public int code() {
        return code;
    }

    public static RollupKind of(int code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind " + code));
    }
}
