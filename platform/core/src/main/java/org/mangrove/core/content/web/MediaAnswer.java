package org.mangrove.core.content.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.Courses.CourseMedia;

/** A file, or the part of it that was asked for, and what a browser is told about it. */
final class MediaAnswer {

    /** A picture that is opened by itself can do nothing. */
    private static final String HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");
    private static final int BUFFER = 64 * 1024;

    private final CourseMedia media;
    private final int status;
    private final long first;
    private final long length;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private MediaAnswer(CourseMedia media, int status, long first, long length) {
        this.media = media;
        this.status = status;
        this.first = first;
        this.length = length;
    }

    /** @param range the header {@code Range}; what is not understood is answered with all of it, as HTTP allows */
    static MediaAnswer of(Digest name, CourseMedia media, Optional<String> range) {
        MediaAnswer answer = part(media, range);
        answer.headers.put("ETag", "\"" + name.hex() + "\"");
        answer.headers.put("Accept-Ranges", "bytes");
        answer.headers.put("X-Content-Type-Options", "nosniff");
        answer.headers.put("Content-Security-Policy", HARMLESS);
        return answer;
    }

    private static MediaAnswer part(CourseMedia media, Optional<String> range) {
        long whole = media.blob().length();
        Optional<Matcher> asked = range.map(RANGE::matcher)
                .filter(Matcher::matches)
                .filter(parts -> !parts.group(1).isEmpty() || !parts.group(2).isEmpty());
        if (asked.isEmpty()) {
            return new MediaAnswer(media, 200, 0, whole);
        }
        String from = asked.get().group(1);
        String to = asked.get().group(2);
        long first = from.isEmpty() ? Math.max(0, whole - Long.parseLong(to)) : Long.parseLong(from);
        long last = from.isEmpty() || to.isEmpty() ? whole - 1 : Math.min(Long.parseLong(to), whole - 1);
        if (first > last) {
            var none = new MediaAnswer(media, 416, 0, 0);
            none.headers.put("Content-Range", "bytes */" + whole);
            return none;
        }
        var some = new MediaAnswer(media, 206, first, last - first + 1);
        some.headers.put("Content-Range", "bytes %d-%d/%d".formatted(first, last, whole));
        return some;
    }

    int status() {
        return status;
    }

    String type() {
        return media.type().type();
    }

    long length() {
        return length;
    }

    Map<String, String> headers() {
        return headers;
    }

    void writeTo(OutputStream out) throws IOException {
        if (length == 0) {
            return;
        }
        try (InputStream in = Files.newInputStream(media.blob().file())) {
            in.skipNBytes(first);
            copy(in, out);
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
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
