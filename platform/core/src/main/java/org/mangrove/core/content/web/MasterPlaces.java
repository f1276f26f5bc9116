package org.mangrove.core.content.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.governance.AssetPlaces;
import org.mangrove.core.identity.CoreCaller;

/** What is decided about a master is decided on its pages. */
@ApplicationScoped
public class MasterPlaces implements AssetPlaces {

    @Override
    public Optional<String> find(CoreCaller caller, String type, String asset) {
        return type.equals(AssetVersion.TYPE) && !asset.contains("/")
                ? Optional.of("/masters/" + asset)
                : Optional.empty();
    }
}
