package org.mangrove.sdk;

/**
 * From which threads a plugin is called. They are the platform's own, with the plugin's class loader as context class
 * loader, and never hold a transaction. A plugin starts no threads and leaves nothing in a {@code ThreadLocal}.
 */
public enum CallingThread {

    /** From more than one thread at a time: what several calls share must be safe for that. */
    SEVERAL_AT_ONCE,

    /** From one thread at a time, though not always the same. */
    ONE_AT_A_TIME
}
