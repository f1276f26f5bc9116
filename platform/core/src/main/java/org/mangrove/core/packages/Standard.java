package org.mangrove.core.packages;

/** How a package talks to whoever runs it. */
public enum Standard {
    /** SCORM 1.2. */
    SCORM_12,
    /** SCORM 2004, any edition. */
    SCORM_2004
}
