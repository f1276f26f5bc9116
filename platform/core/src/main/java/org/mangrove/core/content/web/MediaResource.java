package org.mangrove.core.content.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.Courses.CourseMedia;
import org.mangrove.core.content.Masters;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.MediaHost;
import org.mangrove.sdk.Message;

/**
 * Pictures, films and captions of courses, for people who have signed in and whose browser does not reach the {@link
 * MediaHost}; all others are sent there. What a digest names never changes, so a browser may keep it for ever.
 */
@Path("media/{digest}")
@RequestScoped
public class MediaResource {

    @Inject
    CurrentRequest request;

    @Inject
    MediaHost host;

    @Inject
    Courses courses;

    @Inject
    Masters masters;

    @GET
    public Response media(@PathParam("digest") String name, @HeaderParam("Range") @Nullable String range) {
        Digest digest = Digest.parse(name).orElseThrow(MediaResource::notFound);
        CourseMedia media = find(digest).orElseThrow(MediaResource::notFound);
        Address here = request.address();
        if (host.originFor(here).isPresent()) {
            return Response.seeOther(URI.create(host.link(here, name)))
                    .header("Cache-Control", "no-store")
                    .build();
        }
        MediaAnswer answer = MediaAnswer.of(digest, media, Optional.ofNullable(range));
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(answer.type())
                .header("Content-Length", answer.length())
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .entity((StreamingOutput) answer::writeTo);
        answer.headers().forEach(response::header);
        return response.build();
    }

    private Optional<CourseMedia> find(Digest digest) {
        if (request.address().kind() == Address.Kind.CORE) {
            return masters.findMedia(request.coreCaller().enterprise().id(), digest);
        }
        request.caller();
        return courses.findMedia(request.tenant(), digest);
    }

    private static Refusal notFound() {
        return new Refusal.NotFound(Message.of("content.media.not-found"));
    }
}
