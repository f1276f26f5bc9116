package org.mangrove.core.records.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.mangrove.core.logging.RequestTenant;
import org.mangrove.core.records.Credentials;
import org.mangrove.core.records.XapiAdmission;
import org.mangrove.core.records.XapiCaller;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Addresses;

/**
 * Finds out which system asks the learning record store: what it shows is all that counts. At the address of a tenant only that
 * tenant's systems are known.
 */
@ApplicationScoped
public class XapiSignOn {

    @Inject
    Credentials credentials;

    @Inject
    Addresses addresses;

    public XapiAdmission recognize(HttpServletRequest request) {
        Address address = addresses.of(request);
        Optional<XapiCaller> caller = BasicCredentials.read(request.getHeader("Authorization"))
                .flatMap(shown -> credentials.check(shown.key(), shown.secret()))
                .filter(known -> isWelcomeAt(address, known));
        if (caller.isEmpty()) {
            return new XapiAdmission.Unknown();
        }
        addresses.settle(request, caller.get().tenant());
        RequestTenant.note(request, caller.get().tenant().tenant().id());
        return new XapiAdmission.Known(caller.get());
    }

    private static boolean isWelcomeAt(Address address, XapiCaller caller) {
        return address.kind() == Address.Kind.PLATFORM
                || (address.kind() == Address.Kind.TENANT
                        && address.slug().equals(caller.tenant().tenant().slug()));
    }
}
