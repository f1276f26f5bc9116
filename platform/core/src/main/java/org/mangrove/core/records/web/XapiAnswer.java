package org.mangrove.core.records.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What is answered: made whole before it is sent, but for a body that is written as it is read. */
final class XapiAnswer {

    private static final String JSON = "application/json";

    private final int status;
    private final Map<String, String> headers;
    private final OptionalLong length;
    private final Optional<Body> body;

    /** Writes a body. */
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private XapiAnswer(int status, Map<String, String> headers, OptionalLong length, Optional<Body> body) {
        this.status = status;
        this.headers = headers;
        this.length = length;
        this.body = body;
    }

    static XapiAnswer noContent() {
        return empty(204);
    }

    static XapiAnswer empty(int status) {
        return new XapiAnswer(status, Map.of(), OptionalLong.empty(), Optional.empty());
    }

    static XapiAnswer json(int status, JsonNode json) {
        return json(status, json.toString());
    }

    static XapiAnswer json(int status, String json) {
        return bytes(status, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    static XapiAnswer bytes(int status, String type, byte[] content) {
        return new XapiAnswer(
                status,
                Map.of("Content-Type", type),
                OptionalLong.of(content.length),
                Optional.of(out -> out.write(content)));
    }

    /** For what is too long to be held in memory. */
    static XapiAnswer streamed(int status, String type, Body body) {
        return new XapiAnswer(status, Map.of("Content-Type", type), OptionalLong.empty(), Optional.of(body));
    }

    XapiAnswer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new XapiAnswer(status, Map.copyOf(more), length, body);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** In bytes, if it is known before the body is written. */
    OptionalLong length() {
        return length;
    }

    Optional<Body> body() {
        return body;
    }
}
