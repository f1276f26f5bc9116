package org.mangrove.core.database;

/**
 * The few reasons for which the platform itself may read or write rows of all tenants in one statement. The statement says
 * so in a comment at its beginning; nothing else passes the wall.
 */
public enum EveryTenant {
    /** Numbers the outbox after commit and reads it on. */
    RELAY,
    /** Ends sessions and tokens whose time is over. */
    EXPIRY,
    /** Finds what people have asked for about their data, and what is due. */
    REQUESTS,
    /** Loads the directory of tenants that a node serves. */
    DIRECTORY,
    /** Tells how far a cell has come in the feed of each enterprise. */
    FEED,
    /** Finds what is due to be sent on to record stores elsewhere. */
    FORWARDING;

    /** The statement with its reason before it. */
    public String says(String sql) {
        return comment() + sql;
    }

    String comment() {
        return "/* every tenant: " + name() + " */ ";
    }
}
