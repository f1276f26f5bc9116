package org.mangrove.core.lineage;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    /** Cells in rows and columns, of which the first row, the first column or both say what the others are. */
    TABLE,
    /** What is typed or copied as it stands, and always reads from left to right. */
    CODE,
    /** Parts that a reader opens one by one. */
    ACCORDION,
    /** Something to be heard. */
    AUDIO,
    /** A document to be taken along. */
    FILE,
    /** A question with one right option. */
    SINGLE,
    /** A question with several right options. */
    MULTIPLE,
    /** Items to be put in the right order. */
    ORDER,
    /** A question answered in a few words of one's own. */
    SHORT,
    /** Things on the left, each of which belongs to one on the right. */
    MATCH,
    /** A number that is to be found, as near as need be. */
    NUMBER,
    /** A place in a picture that is to be found. */
    HOTSPOT,
    /** A story that goes on as its reader chooses, to a good end or a poor one. */
    SCENARIO,
    /** A rule of a policy; its fields are figures. Never in a course. */
    RULE,
    /** A package of other hands, which nobody changes but as a whole. Never in a course. */
    PACKAGE;

    private static final Set<BlockKind> QUESTIONS =
            EnumSet.of(SINGLE, MULTIPLE, ORDER, SHORT, MATCH, NUMBER, HOTSPOT, SCENARIO);

    public boolean isQuestion() {
        return QUESTIONS.contains(this);
    }

    /** Whether it is something that a reader works through, rather than a heading of such things. */
    public boolean isStep() {
        return this != COURSE && this != SECTION && this != RULE && this != PACKAGE;
    }

    /** The name as files and rows write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BlockKind> parse(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
