package org.mangrove.core.records.web;

import java.util.Map;
import java.util.Optional;
import org.mangrove.sdk.Message;

/** A refusal in the words of HTTP, for what no other slice has to say: a method that is not there, a body too large. */
final class XapiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Message reason;
    private final String place;
    private final transient Map<String, String> headers;

    XapiProblem(int status, Message reason) {
        this(status, "", reason, Map.of());
    }

    /** @param place a header's or a parameter's name, a JSON path; empty if it is about the whole */
    XapiProblem(int status, String place, Message reason, Map<String, String> headers) {
        super(reason.key(), null, false, false);
        this.status = status;
        this.reason = reason;
        this.place = place;
        this.headers = Map.copyOf(headers);
    }

    int status() {
        return status;
    }

    Message reason() {
        return reason;
    }

    Optional<String> place() {
        return place.isEmpty() ? Optional.empty() : Optional.of(place);
    }

    Map<String, String> headers() {
        return headers;
    }
}
