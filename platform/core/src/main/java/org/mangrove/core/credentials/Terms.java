package org.mangrove.core.credentials;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What whoever makes a credential says of it.
 *
 * @param title who it is for, as its tenant calls them; it is the name of the authority of its statements
 * @param perSecond how many requests a second each node takes with it; empty for as many as come
 * @param component under which key the system is known to those who keep account of them; empty if nobody has said
 * @param purpose the key of one in the tenant's register, for which its statements are kept
 */
public record Terms(
        String title,
        String purpose,
        Set<Scope> scopes,
        Optional<Integer> perSecond,
        Optional<Instant> expires,
        String component) {

    /**
     * A node on two cores takes some 8,000 single statements a second: so one source that runs wild leaves most of it to the
     * others, and one that sends batches gets thousands of statements through.
     */
    public static final int USUALLY_PER_SECOND = 500;

    /** For which statements are kept if nobody says what for. */
    public static final String USUAL_PURPOSE = "training-records";

    public Terms {
        scopes = Set.copyOf(scopes);
    }

    /** Of a system of which nobody keeps account. */
    public Terms(
            String title, String purpose, Set<Scope> scopes, Optional<Integer> perSecond, Optional<Instant> expires) {
        this(title, purpose, scopes, perSecond, expires, "");
    }

    /** Of what is recorded for the usual purpose. */
    public Terms(String title, Set<Scope> scopes, Optional<Integer> perSecond, Optional<Instant> expires) {
        this(title, USUAL_PURPOSE, scopes, perSecond, expires);
    }
}
