package org.mangrove.server;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/** A span with what is known to name nobody: method, route, status, request id, and which class of exception was thrown. */
final class SpanWithoutPeople extends DelegatingSpanData {

    private static final Set<String> HARMLESS = Set.of(
            "http.method",
            "http.request.method",
            "http.status_code",
            "http.response.status_code",
            "http.scheme",
            "http.route",
            "mangrove.request",
            "error",
            "exception.type");

    private final SpanData span;

    SpanWithoutPeople(SpanData span) {
        super(span);
        this.span = span;
    }

    /** Without a route the name is whatever the server made of the address. */
    @Override
    public String getName() {
        String route = span.getAttributes().get(SpansWithoutPeople.ROUTE);
        return route == null || !span.getName().endsWith(route) ? "request" : span.getName();
    }

    @Override
    public Attributes getAttributes() {
        return harmless(span.getAttributes());
    }

    @Override
    public int getTotalAttributeCount() {
        return getAttributes().size();
    }

    @Override
    public List<EventData> getEvents() {
        return span.getEvents().stream()
                .map(event -> EventData.create(event.getEpochNanos(), event.getName(), harmless(event.getAttributes())))
                .toList();
    }

    @Override
    public int getTotalRecordedEvents() {
        return getEvents().size();
    }

    @Override
    public StatusData getStatus() {
        StatusCode code = span.getStatus().getStatusCode();
        return StatusData.create(code, "");
    }

    private static Attributes harmless(Attributes attributes) {
        return attributes.toBuilder()
                .removeIf((AttributeKey<?> key) -> !HARMLESS.contains(key.getKey()))
                .build();
    }
}
