package org.mangrove.core.lineage;

/** What a tenant did to what it says otherwise. */
public enum LocalAct {
    /** Said something otherwise, or in another way than before. */
    CHANGED,
    /** Gave up something of its own of its own accord. */
    TAKEN_BACK,
    /** Gave up something of its own for what came from above. */
    ACCEPTED,
    /** Looked at what came from above, and stayed with its own. */
    KEPT,
    /** Looked at what came from above, and says something else now. */
    EDITED,
    /** Let everything go on that needs nobody's decision. */
    JOINED,
    /** What needs nobody's decision went on by itself. */
    FOLLOWED,
    /** Went back to what it said before. */
    RESTORED,
    /** What it had offered is the master's now, and its own gave way. */
    ADOPTED,
    /** Others have agreed to what somebody wanted to say. */
    AGREED,
    /** Says something as another market says it, which has shared it. */
    TAKEN_OVER
}
