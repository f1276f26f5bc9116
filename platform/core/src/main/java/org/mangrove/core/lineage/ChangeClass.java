package org.mangrove.core.lineage;

/** How much a new version changes, which decides how it reaches the markets. */
public enum ChangeClass {
    /** Nothing that anybody learns differs. */
    COSMETIC,
    /** More or better, but whoever learnt the old one knows enough. */
    MINOR,
    /** Whoever learnt the old one should look again. */
    MAJOR,
    /** The law changed: after the effective date the old text may not be served. */
    REGULATORY
}
