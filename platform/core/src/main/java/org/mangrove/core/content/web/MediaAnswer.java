package org.mangrove.core.content.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.blobs.ByteRange;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.content.Courses.CourseMedia;

/** A file, or the part of it that was asked for, and what a browser is told about it. */
final class MediaAnswer {

    /** A picture that is opened by itself can do nothing. */
    private static final String HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /** Without a name: the page's link says it, in whatever script. */
    private static final String TO_BE_TAKEN_ALONG = "attachment";

    private final CourseMedia media;
    private final ByteRange part;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private MediaAnswer(CourseMedia media, ByteRange part) {
        this.media = media;
        this.part = part;
    }

    /** @param range the header {@code Range}; what is not understood is answered with all of it, as HTTP allows */
    static MediaAnswer of(Digest name, CourseMedia media, Optional<String> range) {
        var answer = new MediaAnswer(media, ByteRange.of(range, media.blob().length()));
        answer.part.contentRange().ifPresent(said -> answer.headers.put("Content-Range", said));
        answer.headers.put("ETag", "\"" + name.hex() + "\"");
        answer.headers.put("Accept-Ranges", "bytes");
        answer.headers.put("X-Content-Type-Options", "nosniff");
        answer.headers.put("Content-Security-Policy", HARMLESS);
        if (media.type().is(MediaType.Use.DOCUMENT)) {
            answer.headers.put("Content-Disposition", TO_BE_TAKEN_ALONG);
        }
        return answer;
    }

    int status() {
        return part.status();
    }

    String type() {
        return media.type().type();
    }

    long length() {
        return part.length();
    }

    Map<String, String> headers() {
        return headers;
    }

    void writeTo(OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(media.blob().file())) {
            part.copy(in, out);
        }
    }
}
