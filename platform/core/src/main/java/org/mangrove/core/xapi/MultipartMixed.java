package org.mangrove.core.xapi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body of statements with their attachments, read part by part as it comes in; nothing of it is kept.
 *
 * <p>Not for two threads at once. What is wrong with it is refused at a place such as {@code
 * multipart[2].X-Experience-API-Hash}: the parts are counted from zero, and the statements are the first.
 */
public final class MultipartMixed {

    /** What places in the body begin with. */
    static final String BODY = "multipart";

    static final String HASH = "X-Experience-API-Hash";
    static final String ENCODING = "Content-Transfer-Encoding";
    static final String TYPE = "Content-Type";

    private static final Pattern MULTIPART = Pattern.compile("(?i)\\s*multipart/mixed\\s*(;.*)?");
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary\\s*=\\s*(?:\"([^\"\\\\]{1,70})\"|([^;\\s\"]{1,70}))\\s*(?:;|$)");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*)");

    /**
     * How much a body may ask of us before it is refused.
     *
     * @param maxParts how many parts, the statements included
     * @param maxHeaderBytes how long the headers of one part
     * @param maxPartBytes how long an attachment
     */
    public record Bounds(int maxParts, int maxHeaderBytes, long maxPartBytes) {}

    /**
     * An attachment that came with the statements.
     *
     * @param sha2 in small letters
     * @param contentType as the part says; a statement says it too
     * @param content to be read before the next part; its end is reached only if the digest is the one announced, and is
     *     a refusal otherwise
     */
    public record Part(String sha2, Optional<String> contentType, InputStream content) {}

    private final PartBytes parts;
    private final Bounds bounds;
    private final Set<String> seen = new HashSet<>();
    private int index = -1;

    private MultipartMixed(PartBytes parts, Bounds bounds) {
        this.parts = parts;
        this.bounds = bounds;
    }

    /** Whether a body of this content type is one of several parts. */
    public static boolean is(String contentType) {
        return MULTIPART.matcher(contentType).matches();
    }

    /** @param contentType with the boundary */
    public static MultipartMixed open(String contentType, InputStream body, Bounds bounds) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!is(contentType) || !boundary.find()) {
            throw Defect.multipart(Place.root(TYPE), "no-boundary");
        }
        String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        return new MultipartMixed(new PartBytes(body, text), bounds);
    }

    /** The first part, which must be JSON; to be read before the attachments. */
    public InputStream statements() throws IOException {
        if (index >= 0) {
            throw new IllegalStateException("The statements are read once");
        }
        if (!nextPart() || !isJson(headers())) {
            throw Defect.multipart(Place.root(BODY).at(0).at(TYPE), "statements-first");
        }
        return parts;
    }

    /** The next attachment; empty at the end of the body. */
    public Optional<Part> next() throws IOException {
        if (index < 0) {
            throw new IllegalStateException("The statements are read first");
        }
        if (!nextPart()) {
            return Optional.empty();
        }
        Place place = Place.root(BODY).at(index);
        Map<String, String> headers = headers();
        String sha2 = header(headers, HASH).orElse("").toLowerCase(Locale.ROOT);
        if (!Value.isSha2(sha2)) {
            throw Defect.multipart(place.at(HASH), "hash");
        }
        if (!header(headers, ENCODING).orElse("binary").equalsIgnoreCase("binary")) {
            throw Defect.multipart(place.at(ENCODING), "encoding");
        }
        if (!seen.add(sha2)) {
            throw Defect.multipart(place.at(HASH), "twice");
        }
        return Optional.of(
                new Part(sha2, header(headers, TYPE), new HashedBytes(parts, sha2, bounds.maxPartBytes(), place)));
    }

    private boolean nextPart() throws IOException {
        if (!parts.nextPart()) {
            return false;
        }
        index++;
        if (index == bounds.maxParts()) {
            throw Defect.limit(Place.root(BODY).at(index), "parts", bounds.maxParts());
        }
        return true;
    }

    private static boolean isJson(Map<String, String> headers) {
        return header(headers, TYPE)
                .map(type -> type.split(";", 2)[0].strip())
                .filter("application/json"::equalsIgnoreCase)
                .isPresent();
    }

    private static Optional<String> header(Map<String, String> headers, String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** By names in small letters. */
    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        var line = new StringBuilder();
        int rest = bounds.maxHeaderBytes();
        while (true) {
            int next = parts.read();
            if (next == '\n' && !line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
                line.setLength(line.length() - 1);
                if (line.isEmpty()) {
                    return headers;
                }
                add(headers, line.toString());
                line.setLength(0);
            } else if (next < 0) {
                if (!line.isEmpty()) {
                    add(headers, line.toString());
                }
                return headers;
            } else {
                line.append((char) next);
            }
            if (--rest < 0) {
                throw Defect.limit(Place.root(BODY).at(index), "header-bytes", bounds.maxHeaderBytes());
            }
        }
    }

    private void add(Map<String, String> headers, String line) {
        String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Matcher header = HEADER.matcher(text);
        if (!header.matches()
                || headers.put(
                                header.group(1).toLowerCase(Locale.ROOT),
                                header.group(2).strip())
                        != null) {
            throw Defect.multipart(Place.root(BODY).at(index), "header");
        }
    }
}
