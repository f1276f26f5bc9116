package org.mangrove.core.expertise;

import java.util.Optional;
import java.util.stream.Stream;

/** What an expert said. */
public enum Verdict {
    /** All claims are so, and are verified until the day that was asked for. */
    YES(AskKind.CLAIMS),
    /** Not all of them, for reasons that were said. */
    NO(AskKind.CLAIMS),
    /** The wording as it is. */
    FIRST(AskKind.WORDING),
    /** The wording that was proposed. */
    SECOND(AskKind.WORDING),
    /** Neither, for reasons that were said. */
    NEITHER(AskKind.WORDING);

    private final AskKind kind;

    Verdict(AskKind kind) {
        this.kind = kind;
    }

    public boolean answers(AskKind asked) {
        return kind == asked;
    }

    /** Whether nobody could do anything with it without words. */
    public boolean needsWords() {
        return this == NO || this == NEITHER;
    }

    /** Whether the expert stands by something that is published, or will be. */
    public boolean isCredit() {
        return !needsWords();
    }

    public static Optional<Verdict> find(String word) {
        return Stream.of(values()).filter(each -> each.name().equals(word)).findFirst();
    }
}
