package org.mangrove.core.content.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.blobs.Blobs.Blob;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.Courses.CourseMedia;
import org.mangrove.core.content.Masters;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Address;
import org.mangrove.sdk.Message;

/**
 * Pictures, films and captions of courses, for people who have signed in. What a digest names never changes, so a browser may
 * keep it for ever.
 */
@Path("media/{digest}")
@RequestScoped
public class MediaResource {

    /** A picture that is opened by itself can do nothing. */
    private static final String HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");
    private static final int BUFFER = 64 * 1024;

    /** @param last included */
    private record Range(long first, long last) {
        long length() {
            return last - first + 1;
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Courses courses;

    @Inject
    Masters masters;

    @GET
    public Response media(@PathParam("digest") String name, @HeaderParam("Range") @Nullable String range) {
        CourseMedia media = Digest.parse(name)
                .flatMap(this::find)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.media.not-found")));
        long length = media.blob().length();
        Optional<Range> part = range == null ? Optional.empty() : range(range, length);
        ResponseBuilder response = part.map(some -> Response.status(206)
                        .header("Content-Range", "bytes %d-%d/%d".formatted(some.first(), some.last(), length))
                        .header("Content-Length", some.length())
                        .entity(stream(media.blob(), some)))
                .orElseGet(() -> Response.ok()
                        .header("Content-Length", length)
                        .entity(stream(media.blob(), new Range(0, length - 1))));
        return response.type(media.type().type())
                .tag(new EntityTag(name))
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", HARMLESS)
                .build();
    }

    private Optional<CourseMedia> find(Digest digest) {
        if (request.address().kind() == Address.Kind.CORE) {
            return masters.findMedia(request.coreCaller().enterprise().id(), digest);
        }
        request.caller();
        return courses.findMedia(request.tenant(), digest);
    }

    /** The one range that was asked for; what is not understood is answered with all of it, as HTTP allows. */
    private static Optional<Range> range(String header, long length) {
        Matcher matcher = RANGE.matcher(header);
        if (!matcher.matches() || length == 0) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty() && last.isEmpty()) {
            return Optional.empty();
        }
        if (first.isEmpty()) {
            return Optional.of(new Range(Math.max(0, length - Long.parseLong(last)), length - 1));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? length - 1 : Math.min(Long.parseLong(last), length - 1);
        return from <= to ? Optional.of(new Range(from, to)) : Optional.empty();
    }

    private static StreamingOutput stream(Blob blob, Range range) {
        return out -> {
            try (InputStream in = Files.newInputStream(blob.file())) {
                in.skipNBytes(range.first());
                copy(in, out, range.length());
            }
        };
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        var buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                return;
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }
}
