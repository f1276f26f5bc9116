package org.mangrove.core.xapi;

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
                        .maxNestingDepth(limits.maxDepth() + 1)
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
        return new StrictJson(limits, Place.root(root), bytes, factory.createParser(bytes));
    }

    /** From here on another statement may come, as long as one may be. */
    void startAfresh() {
        bytes.allow(limits.maxStatementBytes());
    }

    /** The next token, or null at the end of what was sent. */
    @Nullable
    JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (StrictBytes.Stopped stopped) {
            throw switch (stopped.reason()) {
                case NOT_UTF_8 -> Defect.json(here(), "not-utf-8");
                case TOO_MANY -> Defect.limit(here(), "statement-bytes", limits.maxStatementBytes());
            };
        } catch (JsonProcessingException problem) {
            throw refusal(problem);
        }
    }

    /** The whole value that begins with the token just read. */
    JsonNode value() throws IOException {
        return value(require(parser.currentToken()));
    }

    /** Refuses whatever stands after the end. */
    void mustEnd() throws IOException {
        if (next() != null) {
            throw Defect.json(root, "more-after-the-end");
        }
    }

    private JsonNode value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.textNode(characters(parser.getText()));
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(decimal());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw malformed();
        };
    }

    private ObjectNode object() throws IOException {
        ObjectNode object = NODES.objectNode();
        while (require(next()) != JsonToken.END_OBJECT) {
            String name = characters(parser.currentName());
            JsonNode value = value(require(next()));
            if (object.replace(name, value) != null) {
                throw new Invalid(
                        here().text(), Message.of("xapi.json.property-twice").with("property", name));
            }
        }
        return object;
    }

    private ArrayNode array() throws IOException {
        ArrayNode array = NODES.arrayNode();
        JsonToken token;
        while ((token = require(next())) != JsonToken.END_ARRAY) {
            array.add(value(token));
        }
        return array;
    }

    private JsonNode integer() throws IOException {
        try {
            return switch (parser.getNumberType()) {
                case INT -> NODES.numberNode(parser.getIntValue());
                case LONG -> NODES.numberNode(parser.getLongValue());
                case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(parser.getBigIntegerValue());
            };
        } catch (JsonProcessingException problem) {
            throw refusal(problem);
        }
    }

    /** Exact, and found too large by its exponent alone. */
    private BigDecimal decimal() throws IOException {
        BigDecimal decimal;
        try {
            decimal = parser.getDecimalValue();
        } catch (JsonProcessingException | NumberFormatException | ArithmeticException problem) {
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

    private JsonToken require(@Nullable JsonToken token) {
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
        if (depth() > limits.maxDepth()) {
            return Defect.limit(here(), "depth", limits.maxDepth());
        }
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

    private int depth() {
        return parser.getParsingContext().getNestingDepth();
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
