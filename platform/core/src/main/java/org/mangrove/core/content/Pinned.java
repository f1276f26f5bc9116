package org.mangrove.core.content;

import java.time.Instant;
import java.util.List;

/**
 * A course at whose version a market stays this moment.
 *
 * @param until from when it does not: the day that was chosen, or an earlier one on which the law says otherwise
 * @param endsByLaw whether it is the law that ends it
 * @param missed the versions that are in effect above and that readers here do not have, the first one first
 */
public record Pinned(Pin pin, Instant until, boolean endsByLaw, List<AssetVersion> missed) {

    public Pinned {
        missed = List.copyOf(missed);
    }
}
