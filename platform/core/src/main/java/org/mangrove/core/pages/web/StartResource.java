package org.mangrove.core.pages.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Frame;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.Page;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.sdk.Message;

/** The beginning: of a workplace, of an enterprise's core, or, where nobody is named, of the platform. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class StartResource {

    /** @param example an address as a workplace could have it */
    public record Start(String example) {}

    @Inject
    CurrentRequest request;

    @Inject
    Frames frames;

    @GET
    public Response show() {
        return switch (request.address().kind()) {
            case TENANT -> {
                request.caller();
                yield toTheFirstPlace();
            }
            case CORE -> {
                request.coreCaller();
                yield toTheFirstPlace();
            }
            case PLATFORM ->
                Response.ok(Page.of(
                                "pages/start",
                                new Start(example(request.address().origin()))))
                        .build();
            case NOWHERE -> throw new NotFound(Message.of("pages.error.not-found"));
        };
    }

    private Response toTheFirstPlace() {
        Frame frame = frames.frame();
        String place = frame.navigation().stream()
                .map(NavigationItem::path)
                .findFirst()
                .orElseThrow(() -> new NotFound(Message.of("pages.error.not-found")));
        return Response.seeOther(URI.create(request.address().absolute(place))).build();
    }

    private static String example(String origin) {
        URI here = URI.create(origin);
        return "workplace." + here.getHost() + (here.getPort() < 0 ? "" : ":" + here.getPort());
    }
}
