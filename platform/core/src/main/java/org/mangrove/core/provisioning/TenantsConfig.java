package org.mangrove.core.provisioning;

import java.util.List;

/**
 * All that {@code tenants-config} says, without a mistake in it.
 *
 * @param core where the global core stands
 */
public record TenantsConfig(
        CellDeclaration core, List<CellDeclaration> cells, List<EnterpriseDeclaration> enterprises) {

    public TenantsConfig {
        cells = List.copyOf(cells);
        enterprises = List.copyOf(enterprises);
    }
}
