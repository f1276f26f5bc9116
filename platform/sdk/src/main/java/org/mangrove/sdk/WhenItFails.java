package org.mangrove.sdk;

/** What the platform does if a plugin fails to answer. */
public enum WhenItFails {

    /** Nothing is done, and the person is told to try later. For rules that protect people. */
    REFUSE,

    /** The platform goes on as if the plugin were not there, and tells the operator. */
    SKIP
}
