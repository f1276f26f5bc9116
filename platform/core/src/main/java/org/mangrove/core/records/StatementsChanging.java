package org.mangrove.core.records;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mangrove.sdk.TenantId;

/**
 * Told before stored statements are removed, or found by other terms, in the transaction that does so: whoever has counted them
 * corrects it there.
 *
 * @param before as they are
 * @param after as they will be, in the same order; empty if they will be gone
 * @param released ids of statements that were taken back, and that nobody takes back any more
 */
public record StatementsChanging(
        TenantId tenant, List<IndexedStatement> before, List<IndexedStatement> after, Set<UUID> released) {

    public StatementsChanging {
        before = List.copyOf(before);
        after = List.copyOf(after);
        released = Set.copyOf(released);
    }
}
