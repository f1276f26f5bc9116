package org.mangrove.core.credentials;

import java.util.Optional;
import java.util.stream.Stream;

/** What a credential lets another system do in the learning record store, by the names that xAPI has for it. */
public enum Scope {
    STATEMENTS_WRITE("statements/write"),

    /** Statements that came with the same credential. */
    STATEMENTS_READ_MINE("statements/read/mine"),

    STATEMENTS_READ("statements/read"),

    /** Documents of what somebody did where, as a course left them. */
    STATE("state"),

    /** Documents about activities and about people. */
    PROFILE("profile"),

    ALL("all"),

    /** Everything may be read, nothing written. */
    ALL_READ("all/read");

    private static final String IN_TOKENS = "xapi:";

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** As credentials and programs name it. */
    public String text() {
        return text;
    }

    /** As a token names it, whose realm may have scopes of other services. */
    public String inTokens() {
        return IN_TOKENS + text;
    }

    public static Optional<Scope> read(String text) {
        return Stream.of(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }

    /** Whether who has this may do what {@code needed} stands for. To read documents {@link #ALL_READ} is asked for by itself. */
    public boolean includes(Scope needed) {
        return this == needed
                || switch (this) {
                    case ALL -> true;
                    case ALL_READ -> needed == STATEMENTS_READ || needed == STATEMENTS_READ_MINE;
                    case STATEMENTS_READ -> needed == STATEMENTS_READ_MINE;
                    case STATEMENTS_WRITE, STATEMENTS_READ_MINE, STATE, PROFILE -> false;
                };
    }
}
