package org.mangrove.core.publication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import org.mangrove.core.publication.CarriedFeed;
import org.mangrove.core.publication.Feed;
import org.mangrove.core.publication.FeedReport;
import org.mangrove.core.tenancy.Definitions;

/** The feed as operators see it, carry it as a file, and begin it anew. */
@Path("operator/api/feed")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OperatorFeedResource {

    private static final String ZIP = "application/zip";

    @Inject
    FeedReport report;

    @Inject
    CarriedFeed carried;

    @Inject
    Feed feed;

    @GET
    public String report() {
        return Definitions.write(report.report());
    }

    /** At a node of the core. */
    @POST
    @Path("epochs")
    public String renew(@QueryParam("enterprise") @DefaultValue("") String enterprise) {
        return Definitions.write(feed.renew(enterprise));
    }

    /** At a node of the core: what the cell is to have. */
    @GET
    @Path("file")
    @Produces(ZIP)
    public Response pack(@QueryParam("cell") @DefaultValue("") String cell) {
        return withFile(file -> {
            try (var out = Files.newOutputStream(file)) {
                carried.pack(cell, out);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            StreamingOutput sent = to -> {
                Files.copy(file, to);
                Files.delete(file);
            };
            return Response.ok(sent, ZIP).build();
        });
    }

    /** At a node of the cell that it was packed for. */
    @POST
    @Path("file")
    @Consumes(ZIP)
    public String unpack(InputStream zip) {
        return withFile(file -> {
            try {
                Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
                List<CarriedFeed.Taken> taken = carried.unpack(file);
                Files.delete(file);
                return Definitions.write(taken);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /** The file goes if {@code work} fails; else that is up to {@code work}. */
    private static <T> T withFile(Function<java.nio.file.Path, T> work) {
        try {
            java.nio.file.Path file = Files.createTempFile("mangrove-feed", ".zip");
            try {
                return work.apply(file);
            } catch (RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
