package org.mangrove.core.pages;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.mangrove.core.tenancy.Address;
import org.mangrove.sdk.Message;

/** Something to be said once, on the next page that a person sees: "You have joined the course." */
public record Flash(Tone tone, Message message) {

    /**
     * The answer to a form that leads to the page which says it.
     *
     * @param from where the form was sent
     * @param place of the page, such as {@code /my-data}
     */
    public Response shownAt(Address from, String place) {
        return Response.seeOther(URI.create(from.absolute(place)))
                .header(HttpHeaders.SET_COOKIE, FlashCookie.carry(this, from))
                .build();
    }
}
