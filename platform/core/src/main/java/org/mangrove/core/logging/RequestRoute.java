package org.mangrove.core.logging;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Which route a request leads to, as it is written on its resource, such as {@code /courses/{course}}: it names nobody. */
public final class RequestRoute {

    /** The property of the request that says so. */
    public static final String PROPERTY = "org.mangrove.route";

    private RequestRoute() {}

    /** For whoever answers requests that lead to no resource. */
    public static void note(HttpServletRequest request, String route) {
        request.setAttribute(PROPERTY, route);
    }

    /** Empty as long as none was found, and for what leads nowhere. */
    public static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(PROPERTY));
    }
}
