package org.mangrove.core.publication;

import org.mangrove.core.tenancy.EnterpriseId;

/** That a cell has come further with the feed of an enterprise, and what is kept in memory has followed. */
public record FeedFollowed(String cell, EnterpriseId enterprise) {}
