package org.mangrove.core.publication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.publication.Feed;
import org.mangrove.core.publication.FeedClient.Hosted;
import org.mangrove.core.publication.FeedKeys;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.sdk.Message;

/** What cells ask the core. The credential names the cell, and the cell gets the enterprises that it hosts and no other. */
@Path("feed/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class FeedResource {

    private static final String SCHEME = "Mangrove-Cell ";

    @Inject
    Feed feed;

    @Inject
    FeedKeys keys;

    @Inject
    Blobs blobs;

    @GET
    public String hosted(@HeaderParam("Authorization") @DefaultValue("") String authorization) {
        var cell = mustBeCell(authorization);
        return Definitions.write(feed.hostedBy(cell).stream()
                .flatMap(enterprise -> feed.head(enterprise).map(head -> new Hosted(enterprise, head)).stream())
                .toList());
    }

    @GET
    @Path("{enterprise}/entries")
    public String entries(
            @HeaderParam("Authorization") @DefaultValue("") String authorization,
            @PathParam("enterprise") String slug,
            @QueryParam("epoch") @DefaultValue("") String epoch,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("hash") @DefaultValue("") String hash) {
        var enterprise = mustHost(mustBeCell(authorization), slug);
        return Definitions.write(feed.after(enterprise, epoch, after, hash));
    }

    /** A cell gets the blobs that the entries of its enterprises name, and no others. */
    @GET
    @Path("{enterprise}/blobs/{digest}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response blob(
            @HeaderParam("Authorization") @DefaultValue("") String authorization,
            @PathParam("enterprise") String slug,
            @PathParam("digest") String digest) {
        var enterprise = mustHost(mustBeCell(authorization), slug);
        return Digest.parse(digest)
                .filter(wanted -> feed.names(enterprise, wanted.hex()))
                .flatMap(blobs::find)
                .map(blob -> Response.ok(blob.file().toFile()).build())
                .orElseThrow(() -> new Refusal.NotFound(Message.of("publication.feed.no-such-blob")));
    }

    private Enterprise mustHost(String cell, String slug) {
        return feed.hostedBy(cell).stream()
                .filter(enterprise -> enterprise.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(Message.of("publication.feed.no-such-enterprise")));
    }

    private String mustBeCell(String authorization) {
        int colon = authorization.indexOf(':');
        if (authorization.startsWith(SCHEME) && colon > SCHEME.length()) {
            var cell = authorization.substring(SCHEME.length(), colon);
            var shown = authorization.substring(colon + 1).getBytes(StandardCharsets.UTF_8);
            if (cell.matches("[a-z][a-z0-9-]{0,39}")
                    && MessageDigest.isEqual(shown, keys.credentialOf(cell).getBytes(StandardCharsets.UTF_8))) {
                return cell;
            }
        }
        throw new Refusal.NotSignedIn(Message.of("publication.feed.credential-needed"));
    }
}
