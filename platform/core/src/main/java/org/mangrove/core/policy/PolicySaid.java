package org.mangrove.core.policy;

import org.mangrove.sdk.TenantId;

/** A tenant has chosen a figure of its own, or given one up. */
public record PolicySaid(TenantId tenant) {}
