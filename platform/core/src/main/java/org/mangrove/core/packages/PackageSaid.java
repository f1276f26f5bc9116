package org.mangrove.core.packages;

import org.mangrove.sdk.TenantId;

/** A tenant has put a package of its own in the place of another, or given one up. */
public record PackageSaid(TenantId tenant) {}
