package org.mangrove.sdk;

/** Which SDK this is. */
public final class Sdk {

    /**
     * Checked against {@code Plugin-Requires} in the manifest of each plugin. A new point or value raises the second
     * number; what breaks plugins raises the first, and the old is kept for one more major version.
     */
    public static final String VERSION = "1.0.0";

    private Sdk() {}
}
