package org.mangrove.core.adaptation;

import org.mangrove.sdk.TenantId;

/** That a market has changed what it says. */
record Said(TenantId tenant) {}
