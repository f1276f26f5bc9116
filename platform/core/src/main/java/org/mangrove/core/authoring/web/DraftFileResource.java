package org.mangrove.core.authoring.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.mangrove.core.authoring.DraftFiles;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Files that drafts show and that were never published, for those who write. */
@Path("drafts/{manuscript}/files/{digest}")
@RequestScoped
public class DraftFileResource {

    /** It comes from the host of the pages themselves: whatever is in it does nothing. */
    private static final String HARMLESS = "default-src 'none'; sandbox";

    @Inject
    CurrentRequest request;

    @Inject
    DraftFiles files;

    @GET
    @Produces({
        "image/png",
        "image/jpeg",
        "image/webp",
        "video/webm",
        "video/mp4",
        "text/vtt",
        "audio/mpeg",
        "audio/ogg",
        "audio/mp4",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "text/csv"
    })
    public Response file(@PathParam("manuscript") String draft, @PathParam("digest") String digest) {
        DraftFiles.Shown file = files.find(
                        request.coreCallerWith(CoreRole.AUTHOR).enterprise().id(),
                        DraftPlaces.id(draft),
                        Digest.parse(digest).orElseThrow(DraftFileResource::none))
                .orElseThrow(DraftFileResource::none);
        Response.ResponseBuilder answer = Response.ok(file.bytes())
                .type(file.type().type())
                .header("Cache-Control", "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", HARMLESS);
        if (file.type().is(MediaType.Use.DOCUMENT)) {
            answer.header("Content-Disposition", "attachment");
        }
        return answer.build();
    }

    private static Refusal.NotFound none() {
        return new Refusal.NotFound(Message.of("authoring.file.not-found"));
    }
}
