package org.mangrove.core.governance;

import java.util.Optional;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;

/** Where somebody can look at what was decided about. A slice above that has pages of assets has a bean of this type. */
public interface AssetPlaces {

    /** @return a path of the tenant, if the caller may go there */
    default Optional<String> find(Caller caller, String type, String asset) {
        return Optional.empty();
    }

    /** @return a path of the enterprise's core, if the caller may go there */
    default Optional<String> find(CoreCaller caller, String type, String asset) {
        return Optional.empty();
    }
}
