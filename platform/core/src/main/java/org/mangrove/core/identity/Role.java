package org.mangrove.core.identity;

/** What somebody may do in a tenant. */
public enum Role {
    LEARNER,
    MANAGER,
    AUTHOR,
    REVIEWER,
    ANALYST,
    TENANT_ADMIN
}
