package org.mangrove.sdk;

/** What a policy decided. */
public sealed interface Verdict {

    /** Nothing speaks against it. */
    record Allowed() implements Verdict {}

    /** @param reason shown to the person concerned, so it says what would change the answer */
    record Refused(Message reason) implements Verdict {}

    static Verdict allowed() {
        return new Allowed();
    }

    static Verdict refused(Message reason) {
        return new Refused(reason);
    }
}
