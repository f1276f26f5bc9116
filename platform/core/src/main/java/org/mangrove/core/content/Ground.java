package org.mangrove.core.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Resolution;
import org.mangrove.core.lineage.Resolved;
import org.mangrove.core.lineage.Rules;

/**
 * What a market builds upon in one course, and what it has built.
 *
 * @param version that is in effect
 * @param above what the region says otherwise, and what the core has published for this market
 * @param own what the tenant itself says otherwise
 * @param rules that the market has to observe as long as this version is in effect
 */
public record Ground(AssetVersion version, List<Overlay> above, Optional<Overlay> own, Rules rules) {

    public Ground {
        above = List.copyOf(above);
        rules = rules.allowing(version.blocks(), version.effectiveFrom());
    }

    /** The course as it comes to the tenant. */
    public Resolved fromAbove(Instant at) {
        return Resolution.of(version.blocks(), above, rules, at);
    }

    /** All that is applied, in order. */
    public List<Overlay> overlays() {
        var all = new ArrayList<>(above);
        own.ifPresent(all::add);
        return all;
    }
}
