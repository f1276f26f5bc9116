package org.mangrove.core.records;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in If-Match or If-None-Match (RFC 9110, section 13.1): the versions of a document that somebody knows, or any.
 *
 * @param any written as an asterisk: whichever version there is
 */
public record EntityTags(boolean any, Set<String> tags) {

    /** One, with the comma after it or the end. */
    private static final Pattern NEXT = Pattern.compile("\\G\\s*+(?:W/)?\"([\\x21\\x23-\\x7e]*+)\"\\s*+(,|$)");

    public EntityTags {
        tags = Set.copyOf(tags);
    }

    /** Empty if it is written in any other way, such as without quotation marks. */
    public static Optional<EntityTags> read(String header) {
        if (header.strip().equals("*")) {
            return Optional.of(new EntityTags(true, Set.of()));
        }
        var tags = new LinkedHashSet<String>();
        Matcher next = NEXT.matcher(header);
        while (next.find()) {
            tags.add(next.group(1));
            if (next.group(2).isEmpty()) {
                return Optional.of(new EntityTags(false, tags));
            }
        }
        return Optional.empty();
    }

    /** How the version {@code etag} is written in a header. */
    public static String quoted(String etag) {
        return '"' + etag + '"';
    }

    /** @param etag of what is there, empty if nothing is */
    public boolean match(Optional<String> etag) {
        return etag.filter(there -> any || tags.contains(there)).isPresent();
    }
}
