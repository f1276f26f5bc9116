package org.mangrove.core.learning.web;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.mangrove.core.tenancy.Address;

/** Where a form leads after it was taken. */
final class Place {

    private Place() {}

    /** @param path within the tenant, such as {@code /courses/fire-safety} */
    static Response go(Address address, String path) {
        return Response.seeOther(URI.create(address.origin() + address.link(path)))
                .build();
    }
}
