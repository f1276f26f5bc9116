package org.mangrove.core.tenancy.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.sdk.Message;

/** Takes {@code /t/<tenant>} and {@code /e/<enterprise>} off the path, so that resources need not know of it. */
@Provider
@PreMatching
@Priority(100)
@ApplicationScoped
public class PrefixFilter implements ContainerRequestFilter {

    @Inject
    HttpServletRequest request;

    @Inject
    Addresses addresses;

    @Inject
    Configuration configuration;

    @Override
    public void filter(ContainerRequestContext context) {
        Address address = addresses.of(request);
        if (address.kind() == Address.Kind.NOWHERE) {
            throw nobodyThere();
        }
        if (!address.base().isEmpty()) {
            UriInfo asked = context.getUriInfo();
            String query = asked.getRequestUri().getRawQuery();
            String rest = address.path().substring(1) + (query == null ? "" : "?" + query);
            URI base = asked.getBaseUri();
            context.setRequestUri(base, written(base + rest));
        }
    }

    /** The server takes in more than what may be written in an address: control characters, for one. */
    private static URI written(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException unwritable) {
            throw new Refusal.NotFound(Message.of("identity.address.nobody-there"));
        }
    }

    /** A node that has a part of the platform cannot tell whether another one has the rest, and says the same to all. */
    private Refusal nobodyThere() {
        return switch (configuration.part()) {
            case ALL -> new Refusal.NotFound(Message.of("identity.address.nobody-there"));
            case CORE -> new Refusal.ServedElsewhere(Message.of("identity.address.ask-a-cell"));
            case CELL -> new Refusal.ServedElsewhere(Message.of("identity.address.ask-elsewhere"));
        };
    }
}
