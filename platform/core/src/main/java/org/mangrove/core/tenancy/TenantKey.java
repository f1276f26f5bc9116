package org.mangrove.core.tenancy;

import java.io.Serializable;
import java.util.UUID;

/** The key of a tenant's row: first whose it is, then which. */
public record TenantKey(int tenant, UUID id) implements Serializable {}
