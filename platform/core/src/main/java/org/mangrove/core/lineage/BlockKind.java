package org.mangrove.core.lineage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a block is, which decides its fields and how a reader meets it. */
public enum BlockKind {
    /** The course itself, its title and summary; always the first block. */
    COURSE,
    /** The head of a section; the blocks that follow belong to it. */
    SECTION,
    TEXT,
    IMAGE,
    VIDEO,
    CALLOUT,
    /** A question with one right option. */
    SINGLE,
    /** A question with several right options. */
    MULTIPLE,
    /** Items to be put in the right order. */
    ORDER,
    /** A question answered in a few words of one's own. */
    SHORT;

    public boolean isQuestion() {
        return this == SINGLE || this == MULTIPLE || this == ORDER || this == SHORT;
    }

    /** Whether it is something that a reader works through, rather than a heading of such things. */
    public boolean isStep() {
        return this != COURSE && this != SECTION;
    }

    /** The name as files and rows write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BlockKind> parse(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
