package org.mangrove.core.xapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.mangrove.core.refusal.Refusal.Invalid;

/**
 * Reads statements of one version of the standard from bodies that may be hostile.
 *
 * <p>For any number of threads. What does not agree with the standard is refused with {@link Invalid}: its place is a
 * JSON path such as {@code $[3].actor.mbox}, and its message says what to do about it.
 */
public final class StatementReader {

    private static final String BODY = "$";

    private final XapiVersion version;
    private final Limits limits;
    private final JsonFactory json;
    private final StatementRules rules;

    public StatementReader(XapiVersion version, Limits limits) {
        this.version = version;
        this.limits = limits;
        this.json = StrictJson.factory(limits);
        this.rules = new StatementRules(version);
    }

    /**
     * Reads a body that is one statement or an array of them, one statement in memory at a time.
     *
     * @param utf8 read to its end, and not closed
     * @param each is given the statements in their order, and those before the first bad one as well: keep them only
     *     when this method has returned
     * @throws IOException if {@code utf8} cannot be read
     */
    public void read(InputStream utf8, Consumer<XapiStatement> each) throws IOException {
        try (var body = StrictJson.open(json, limits, BODY, utf8)) {
            JsonToken first = body.next();
            if (first == JsonToken.START_ARRAY) {
                readArray(body, each);
            } else if (first == JsonToken.START_OBJECT) {
                each.accept(statement(body.value(), Place.root(BODY)));
            } else {
                throw first == null
                        ? Defect.json(Place.root(BODY), "ends-early")
                        : Defect.expected(Place.root(BODY), "statements");
            }
            body.mustEnd();
        }
    }

    /**
     * Reads a body that is exactly one statement.
     *
     * @throws IOException if {@code utf8} cannot be read
     */
    public XapiStatement readOne(InputStream utf8) throws IOException {
        try (var body = StrictJson.open(json, limits, BODY, utf8)) {
            if (body.next() == null) {
                throw Defect.json(Place.root(BODY), "ends-early");
            }
            XapiStatement statement = statement(body.value(), Place.root(BODY));
            body.mustEnd();
            return statement;
        }
    }

    private void readArray(StrictJson body, Consumer<XapiStatement> each) throws IOException {
        for (int index = 0; ; index++) {
            body.startAfresh();
            JsonToken token = body.next();
            if (token == JsonToken.END_ARRAY) {
                return;
            }
            if (token == null) {
                throw Defect.json(body.here(), "ends-early");
            }
            if (token != JsonToken.START_OBJECT) {
                throw Defect.expected(body.here(), "object");
            }
            if (index == limits.maxStatements()) {
                throw Defect.limit(Place.root(BODY), "statements", limits.maxStatements());
            }
            each.accept(statement(body.value(), Place.root(BODY).at(index)));
        }
    }

    /** Reads exactly one statement. */
    public XapiStatement read(byte[] utf8) {
        return statement(value(utf8, BODY), Place.root(BODY));
    }

    /**
     * Reads an agent or an identified group that is given as JSON outside a statement.
     *
     * @param place what it is called, such as the parameter's name
     */
    public AgentId readAgent(String json, String place) {
        Place root = Place.root(place);
        return rules.agent(value(json.getBytes(StandardCharsets.UTF_8), place), root);
    }

    /** Reads a parameter that is a moment, by the same rules. */
    public Instant readTimestamp(String text, String place) {
        return Timestamps.read(text, version).orElseThrow(() -> Value.notAMoment(Place.root(place), version));
    }

    /** Reads a parameter that is a UUID, by the same rules. */
    public UUID readUuid(String text, String place) {
        return UUID.fromString(Value.uuid(TextNode.valueOf(text), Place.root(place)));
    }

    /** Reads a parameter that is an IRI, by the same rules. */
    public String readIri(String text, String place) {
        return Value.iri(TextNode.valueOf(text), Place.root(place));
    }

    private XapiStatement statement(JsonNode value, Place place) {
        ObjectNode statement = Value.object(value, place);
        rules.check(statement, place);
        NormalForm.apply(statement, version);
        return new XapiStatement(statement, place, this);
    }

    private JsonNode value(byte[] utf8, String root) {
        try (var body = StrictJson.open(json, limits, root, new ByteArrayInputStream(utf8))) {
            if (body.next() == null) {
                throw Defect.json(Place.root(root), "ends-early");
            }
            JsonNode value = body.value();
            body.mustEnd();
            return value;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
