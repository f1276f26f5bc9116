package org.mangrove.core.governance;

import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;

/** Somebody works in a core no more and is forgotten there. Slices above forget what they know of them in the same transaction. */
public record MemberForgotten(EnterpriseId enterprise, UUID actor) {}
