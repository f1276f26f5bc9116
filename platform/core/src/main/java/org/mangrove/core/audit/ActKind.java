package org.mangrove.core.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done about a finding. */
public enum ActKind {
    /** It stays as it is, for a reason and until a day. */
    ACCEPT,
    /** Somebody is asked to do what the platform cannot, by a day. */
    TASK,
    /** The rest is done by the platform, by publishing the course once more. */
    RENEW_REVIEW,
    NAME_SOMEBODY,
    SAY_OBJECTIVE,
    REPLACE_LINKS,
    RENEW_LICENCE,
    DROP_FILES,
    /** What a task asked for has been done. */
    DONE,
    /** An act is taken back. */
    UNDO;

    public boolean mends() {
        return switch (this) {
            case RENEW_REVIEW, NAME_SOMEBODY, SAY_OBJECTIVE, REPLACE_LINKS, RENEW_LICENCE, DROP_FILES -> true;
            case ACCEPT, TASK, DONE, UNDO -> false;
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ActKind> find(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
