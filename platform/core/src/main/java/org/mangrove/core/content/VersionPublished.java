package org.mangrove.core.content;

import org.mangrove.core.tenancy.EnterpriseId;

/** Told in the transaction in which a version is published, by whatever way; who is told may still refuse it. */
public record VersionPublished(EnterpriseId enterprise, AssetVersion version) {}
