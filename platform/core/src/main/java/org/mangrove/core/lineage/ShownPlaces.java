package org.mangrove.core.lineage;

import java.util.List;
import java.util.Set;
import org.mangrove.core.tenancy.EnterpriseId;

/**
 * Knows where what one asset says is shown in another, so that what is demanded of it there is observed here, too. Found by CDI, since
 * what assets show is known above.
 */
public interface ShownPlaces {

    /** That a block shows what another says. */
    record Shown(String block, String source, String sourceBlock) {}

    /** What an asset shows of others. */
    List<Shown> in(EnterpriseId enterprise, String asset);

    /** The assets that show something of one. */
    Set<String> showing(EnterpriseId enterprise, String asset);
}
