package org.mangrove.core.mail;

import org.mangrove.sdk.TenantId;

/** A tenant has said something else of the mail to its people. */
record SettingSaid(TenantId tenant) {}
