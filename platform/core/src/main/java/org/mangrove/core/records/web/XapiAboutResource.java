package org.mangrove.core.records.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Which versions of xAPI are spoken here. Anybody may ask. */
@Path("xapi/about")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class XapiAboutResource {

    @GET
    public String about() {
        return "{\"version\":[\"2.0.0\"]}";
    }
}
