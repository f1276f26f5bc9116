package org.mangrove.core.tenancy;

/** Where in the lineage a space stands: content and policy come down from GLOBAL over REGION to TENANT. */
public enum SpaceKind {
    GLOBAL,
    REGION,
    TENANT,
    /** Stands aside: what a partner brings. */
    PARTNER
}
