package org.mangrove.core.publication.web;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.publication.CellReports;
import org.mangrove.core.publication.Feed;
import org.mangrove.core.publication.FeedClient.Hosted;
import org.mangrove.core.publication.FeedHead;
import org.mangrove.core.publication.FeedKeys;
import org.mangrove.core.publication.Leaves;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.publication.TidingReaders;
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
    private static final Pattern DRAWN = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SCHEMA = Pattern.compile("([a-z][a-z0-9.-]{0,39})=(\\d{1,6})");
    private static final int MOST_SCHEMAS = 100;
    private static final int LONGEST_TIDINGS = 8 << 20;
    private static final TypeReference<List<Tiding>> TIDINGS = new TypeReference<>() {};

    @Inject
    Feed feed;

    @Inject
    FeedKeys keys;

    @Inject
    CellReports reports;

    @Inject
    TidingReaders readers;

    @Inject
    Leaves leaves;

    @Inject
    Blobs blobs;

    @GET
    public String hosted(
            @HeaderParam("Authorization") @DefaultValue("") String authorization,
            @HeaderParam("Mangrove-Challenge") @DefaultValue("") String challenge,
            @HeaderParam("Mangrove-Schemas") @DefaultValue("") String schemas) {
        var cell = mustBeCell(authorization);
        var drawn = mustBeDrawn(challenge);
        reports.report(cell, read(schemas));
        return Definitions.write(feed.hostedBy(cell).stream()
                .flatMap(enterprise -> feed
                        .head(enterprise, drawn)
                        .map(head -> new Hosted(enterprise, head, Optional.of(leaves.mark(enterprise.id()))))
                        .stream())
                .toList());
    }

    @GET
    @Path("{enterprise}/entries")
    public String entries(
            @HeaderParam("Authorization") @DefaultValue("") String authorization,
            @HeaderParam("Mangrove-Challenge") @DefaultValue("") String challenge,
            @PathParam("enterprise") String slug,
            @QueryParam("epoch") @DefaultValue("") String epoch,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("hash") @DefaultValue("") String hash) {
        var enterprise = mustHost(mustBeCell(authorization), slug);
        return Definitions.write(feed.after(enterprise, new FeedHead(epoch, after, hash, ""), mustBeDrawn(challenge)));
    }

    /** What the cell may read until it is taken back. */
    @GET
    @Path("{enterprise}/leaves")
    public String leaves(
            @HeaderParam("Authorization") @DefaultValue("") String authorization,
            @PathParam("enterprise") String slug) {
        return Definitions.write(
                leaves.all(mustHost(mustBeCell(authorization), slug).id()));
    }

    /** What the cell says of itself: all of it is taken, or nothing. */
    @POST
    @Path("{enterprise}/tidings")
    @Consumes(MediaType.APPLICATION_JSON)
    public void tell(
            @HeaderParam("Authorization") @DefaultValue("") String authorization,
            @PathParam("enterprise") String slug,
            InputStream body)
            throws IOException {
        String cell = mustBeCell(authorization);
        Enterprise enterprise = mustHost(cell, slug);
        byte[] told = body.readNBytes(LONGEST_TIDINGS + 1);
        if (told.length > LONGEST_TIDINGS) {
            throw new Refusal.Invalid("body", Message.of("publication.feed.tidings-too-long"));
        }
        readers.read(cell, enterprise, tidings(told));
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

    /** Only what a cell draws for one answer is signed here: nothing that would stand for a carried file. */
    private static String mustBeDrawn(String challenge) {
        if (DRAWN.matcher(challenge).matches()) {
            return challenge;
        }
        throw new Refusal.Invalid("Mangrove-Challenge", Message.of("publication.feed.challenge-needed"));
    }

    private static Map<String, Integer> read(String schemas) {
        var versions = new TreeMap<String, Integer>();
        Matcher each = SCHEMA.matcher(schemas);
        while (each.find() && versions.size() < MOST_SCHEMAS) {
            versions.put(each.group(1), Integer.valueOf(each.group(2)));
        }
        return versions;
    }

    private static List<Tiding> tidings(byte[] told) {
        try {
            return List.copyOf(Definitions.read(new String(told, StandardCharsets.UTF_8), TIDINGS));
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            throw new Refusal.Invalid("body", Message.of("publication.feed.tidings-unreadable"));
        }
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
