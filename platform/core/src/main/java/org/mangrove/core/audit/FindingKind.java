package org.mangrove.core.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be wrong. */
public enum FindingKind {
    /** Two or more say much the same in the same language. */
    NEAR_DUPLICATE,
    /** Two or more say much the same in languages that they do not share. */
    TRANSLATED_DUPLICATE,
    /** Nobody has looked at it when somebody should have. */
    STALE,
    UNUSED,
    OWNERLESS,
    WITHOUT_OBJECTIVE,
    EXPIRED_LICENCE,
    DEAD_LINK,
    BROKEN_MEDIA,
    /** Two tools do the same in the same market. */
    OVERLAPPING_TOOLS,
    /** A tool in use without an objective or an owner, or whose trial or contract is over. */
    UNGOVERNED_TOOL;

    /** Whether it is about several that say or do the same. */
    public boolean isOfGroups() {
        return this == NEAR_DUPLICATE || this == TRANSLATED_DUPLICATE || this == OVERLAPPING_TOOLS;
    }

    /** Whether it is about tools, and not about courses. */
    public boolean isAboutTools() {
        return this == OVERLAPPING_TOOLS || this == UNGOVERNED_TOOL;
    }

    /** As addresses and messages call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FindingKind> find(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
