package org.mangrove.core.logging;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Names a request. We make it ourselves: one that came from outside could carry anything into our logs. */
public final class RequestId {

    private static final String KEPT = RequestId.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestId() {}

    public static String of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof String known) {
            return known;
        }
        String id = HexFormat.of().toHexDigits(RANDOM.nextLong());
        request.setAttribute(KEPT, id);
        return id;
    }
}
