package org.mangrove.core.conversion;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a link may lead: to the web or to a mailbox, as {@link org.mangrove.core.content.Markdown} shows it. */
final class LinkTarget {

    private static final List<String> SCHEMES = List.of("https", "http", "mailto");
    private static final int LONGEST = 2_000;

    private LinkTarget() {}

    /** The address as it can stand in a text; empty if nobody should be led there. */
    static Optional<String> of(String address) {
        String clean = address.strip().replace(" ", "%20");
        try {
            var uri = new URI(clean);
            boolean isFine = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && clean.length() <= LONGEST
                    && uri.getSchemeSpecificPart().length() > 2;
            return isFine ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }

    /** A place in the same document, which a course has no name for; nobody misses it. */
    static boolean isWithin(String address) {
        return address.isBlank() || address.startsWith("#");
    }
}
