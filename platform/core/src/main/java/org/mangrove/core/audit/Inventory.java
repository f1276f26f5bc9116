package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * All that there is, as it was on a day.
 *
 * @param departed who owned or stewarded something and is not there any more
 */
public record Inventory(LocalDate day, List<AuditedAsset> assets, List<AuditedTool> tools, Fact<Set<String>> departed) {

    public Inventory {
        assets = List.copyOf(assets);
        tools = List.copyOf(tools);
    }
}
