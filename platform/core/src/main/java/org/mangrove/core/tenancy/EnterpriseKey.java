package org.mangrove.core.tenancy;

import java.io.Serializable;
import java.util.UUID;

/** The key of an enterprise's row: first whose it is, then which. */
public record EnterpriseKey(int enterprise, UUID id) implements Serializable {}
