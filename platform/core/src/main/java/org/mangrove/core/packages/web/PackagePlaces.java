package org.mangrove.core.packages.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.governance.AssetPlaces;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.Role;
import org.mangrove.core.packages.PackageVersion;

/** What is decided about a package is decided on its page. */
@ApplicationScoped
public class PackagePlaces implements AssetPlaces {

    @Override
    public Optional<String> find(Caller caller, String type, String asset) {
        boolean mayGoThere = caller.is(Role.AUTHOR) || caller.is(Role.REVIEWER) || caller.is(Role.TENANT_ADMIN);
        return place(PackageDeskResource.PLACE, mayGoThere, type, asset);
    }

    @Override
    public Optional<String> find(CoreCaller caller, String type, String asset) {
        return place(PackagesResource.PLACE, caller.is(CoreRole.AUTHOR) || caller.is(CoreRole.GOVERNOR), type, asset);
    }

    private static Optional<String> place(String home, boolean mayGoThere, String type, String asset) {
        return mayGoThere && type.equals(PackageVersion.TYPE)
                ? PackageVersion.slugOf(asset).map(slug -> home + "/" + slug)
                : Optional.empty();
    }
}
