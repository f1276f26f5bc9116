package org.mangrove.core.adaptation.store;

import java.time.Instant;
import java.util.UUID;

/** What was heard of a market, and when, without what it says. */
public record MarketReportMark(UUID id, String tenant, Instant heardAt, String digest) {}
