package org.mangrove.core.lineage;

/** How far down the lineage a space stands. What is said further down is about what came from above, and applies after it. */
public enum Level {
    GLOBAL,
    REGION,
    TENANT
}
