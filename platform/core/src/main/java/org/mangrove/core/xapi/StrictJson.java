package org.mangrove.core.xapi;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/**
 * Reads JSON that leaves nothing to interpretation: each name once, characters that are characters, numbers as written
 * and of a size that everybody can hold, and an end.
 *
 * <p>Not for two threads at once; what it reads is built by recursion no deeper than the limit.
 */
final class StrictJson implements AutoCloseable {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final Limits limits;
    private final Place root;
    private final StrictBytes bytes;
    private final JsonParser parser;

    private StrictJson(Limits limits, Place root, StrictBytes bytes, JsonParser parser) {
        this.limits = limits;
        this.root = root;
        this.bytes = bytes;
        this.parser = parser;
    }

    /** A factory that gives up on what is beyond {@code limits} before it is built. Made once and kept. */
    static JsonFactory factory(Limits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth() + 2)
                        .maxNumberLength(limits.maxNumberLength())
                        .maxStringLength(limits.maxStatementBytes())
                        .maxNameLength(Math.min(limits.maxStatementBytes(), 1 << 16))
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .build();
    }

    static StrictJson open(JsonFactory factory, Limits limits, String root, InputStream utf8) throws IOException {
        var bytes = new StrictBytes(utf8, limits.maxStatementBytes());
        try {
            return new StrictJson(limits, Place.root(root), bytes, factory.createParser(bytes));
        } catch (StrictBytes.Stopped stopped) {
            throw refusal(stopped, Place.root(root), limits);
        }
    }

    /** From here on another statement may come, as long as one may be. */
    void startAfresh() {
        bytes.allow(limits.maxStatementBytes());
    }

    /** The next token, or null at the end of what was sent. */
    @Nullable
    JsonToken next() throws IOException {
        return orRefused(parser::nextToken);
    }

    /** The whole value that begins with the token just read. */
    JsonNode value() throws IOException {
        return requireNonNull(orRefused(() -> value(required(parser.currentToken()), 1)));
    }

    /** Refuses whatever stands after the end. */
    void mustEnd() throws IOException {
        if (next() != null) {
            throw Defect.json(root, "more-after-the-end");
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** The parser stays where it is when it gives up, so that the place can be told afterwards. */
    private <T extends @Nullable Object> T orRefused(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (StrictBytes.Stopped stopped) {
            throw refusal(stopped, here(), limits);
        } catch (JsonProcessingException problem) {
            throw refusal(problem);
        }
    }

    private static Invalid refusal(StrictBytes.Stopped stopped, Place place, Limits limits) {
        return switch (stopped.reason()) {
            case NOT_UTF_8 -> Defect.json(place, "not-utf-8");
            case TOO_MANY -> Defect.limit(place, "statement-bytes", limits.maxStatementBytes());
        };
    }

    private JsonNode value(JsonToken token, int depth) throws IOException {
        if (depth > limits.maxDepth() && token.isStructStart()) {
            throw Defect.limit(here(), "depth", limits.maxDepth());
        }
        return switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> NODES.textNode(characters(parser.getText()));
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(decimal());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw malformed();
        };
    }

    private ObjectNode object(int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (required(parser.nextToken()) != JsonToken.END_OBJECT) {
            String name = characters(parser.currentName());
            JsonNode value = value(required(parser.nextToken()), depth + 1);
            if (object.replace(name, value) != null) {
                throw Defect.twice(here(), name);
            }
        }
        return object;
    }

    private ArrayNode array(int depth) throws IOException {
        ArrayNode array = NODES.arrayNode();
        JsonToken token;
        while ((token = required(parser.nextToken())) != JsonToken.END_ARRAY) {
            array.add(value(token, depth + 1));
        }
        return array;
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /** Exact, and found too large by its exponent alone. */
    private BigDecimal decimal() throws IOException {
        BigDecimal decimal;
        try {
            decimal = parser.getDecimalValue();
        } catch (StreamConstraintsException | NumberFormatException | ArithmeticException problem) {
            throw Defect.limit(here(), "number", limits.maxExponent());
        }
        long power = (long) decimal.precision() - decimal.scale() - 1;
        if (Math.abs(power) > limits.maxExponent()) {
            throw Defect.limit(here(), "number", limits.maxExponent());
        }
        return decimal;
    }

    /** No half of a pair, and no NUL, which escapes can still bring in. */
    private String characters(String text) {
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == 0) {
                throw Defect.json(here(), "nul");
            }
            if (Character.isSurrogate(next)) {
                if (!Character.isHighSurrogate(next)
                        || at + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(at + 1))) {
                    throw Defect.json(here(), "lone-surrogate");
                }
                at++;
            }
        }
        return text;
    }

    private JsonToken required(@Nullable JsonToken token) {
        if (token == null) {
            throw Defect.json(here(), "ends-early");
        }
        return token;
    }

    private Invalid refusal(JsonProcessingException problem) {
        return switch (problem) {
            case JsonEOFException end -> Defect.json(here(), "ends-early");
            case StreamConstraintsException beyond -> beyond(beyond);
            default -> malformed();
        };
    }

    private Invalid beyond(StreamConstraintsException problem) {
        return String.valueOf(problem.getMessage()).startsWith("Number")
                ? Defect.limit(here(), "number", limits.maxExponent())
                : Defect.limit(here(), "statement-bytes", limits.maxStatementBytes());
    }

    private Invalid malformed() {
        var location = parser.currentLocation();
        return new Invalid(
                here().text(),
                Message.of("xapi.json.malformed")
                        .with("line", location.getLineNr())
                        .with("column", location.getColumnNr()));
    }

    /** Where the parser stands. */
    Place here() {
        var way = new ArrayDeque<JsonStreamContext>();
        for (JsonStreamContext step = parser.getParsingContext(); step != null; step = step.getParent()) {
            way.push(step);
        }
        Place place = root;
        for (var step : way) {
            if (step.inArray() && step.hasCurrentIndex()) {
                place = place.at(step.getCurrentIndex());
            } else if (step.inObject() && step.getCurrentName() != null) {
                place = place.at(step.getCurrentName());
            }
        }
        return place;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
