package org.mangrove.core.redelivery.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.mangrove.core.events.Replays;
import org.mangrove.core.events.Replays.Progress;
import org.mangrove.core.events.Replays.Replayed;
import org.mangrove.core.tenancy.Definitions;

/** How far the readers of this node's cells are, and how an operator sends one back. */
@Path("operator/api/events")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OperatorEventsResource {

    @Inject
    Replays replays;

    /** What the command prints. */
    public record Standings(List<Progress> cells) {}

    /** What became of it. */
    public record Done(List<Replayed> cells) {}

    @GET
    public String progress() {
        return Definitions.write(new Standings(replays.progress()));
    }

    /** @param from a number, or a time */
    @POST
    @Path("replays")
    public String replay(
            @QueryParam("reader") @DefaultValue("") String reader, @QueryParam("from") @DefaultValue("0") String from) {
        return Definitions.write(new Done(replays.replay(reader, from)));
    }
}
