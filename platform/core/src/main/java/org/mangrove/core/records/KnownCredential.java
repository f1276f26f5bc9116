package org.mangrove.core.records;

import java.util.concurrent.atomic.AtomicLong;
import org.mangrove.core.records.store.CredentialRow;

/** What was read of a credential, and whom it lets in. */
record KnownCredential(CredentialRow row, Terms terms, XapiCaller caller, AtomicLong lastUsedMillis) {}
