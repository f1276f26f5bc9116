package org.mangrove.core.xapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes what was checked when it came: numbers stay as they were written, to the last zero. */
public final class ExactJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private ExactJson() {}

    /** @throws UncheckedIOException if it is no JSON any more */
    public static ObjectNode read(byte[] utf8) {
        return (ObjectNode) readValue(utf8);
    }

    /** Any value. */
    static JsonNode readValue(byte[] utf8) {
        try {
            return JSON.readTree(utf8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** In UTF-8. */
    public static byte[] write(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was read can be written", impossible);
        }
    }
}
