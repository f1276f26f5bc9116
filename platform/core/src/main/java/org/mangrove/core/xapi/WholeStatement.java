package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Puts together what {@link PersonalParts} has taken apart, one statement after the other. For one thread. */
public final class WholeStatement {

    private static final int USUAL_LENGTH = 4096;

    /** What was taken out of a statement. */
    public interface Parts {

        /** How many there are, also of those that nobody can read any more: behind the last one nothing is looked for. */
        int count();

        /** The value; empty if nobody can read it any more. */
        Optional<byte[]> find(int number);

        /** Who stands there in the place of somebody of whom nobody can read who it was. */
        AgentId inPlaceOf(int number);
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_LENGTH);
    private int missing;

    /** The statement as it was, in UTF-8; without what nobody can read any more. */
    public byte[] of(byte[] rest, Parts parts) {
        out.reset();
        missing = parts.count();
        if (copy(rest, parts)) {
            return out.toByteArray();
        }
        return ExactJson.write(readable(ExactJson.read(rest), parts));
    }

    /** @return whether everything was there */
    private boolean copy(byte[] json, Parts parts) {
        int copied = 0;
        for (var mark = next(json, 0); mark.isPresent(); mark = next(json, copied)) {
            Mark here = mark.get();
            missing--;
            out.write(json, copied, here.at() - copied);
            Optional<byte[]> part = parts.find(here.number());
            if (part.isEmpty()) {
                return false;
            }
            if (here.kind() == Mark.Kind.GROUP) {
                if (!copy(part.get(), parts)) {
                    return false;
                }
            } else {
                out.writeBytes(part.get());
            }
            copied = here.end();
        }
        out.write(json, copied, json.length - copied);
        return true;
    }

    private Optional<Mark> next(byte[] json, int from) {
        return missing > 0 ? Mark.find(json, from) : Optional.empty();
    }

    private static ObjectNode readable(ObjectNode object, Parts parts) {
        ObjectNode readable = JsonNodeFactory.instance.objectNode();
        for (var property : object.properties()) {
            JsonNode value = readable(property.getValue(), parts);
            if (!value.isMissingNode()) {
                readable.set(property.getKey(), value);
            } else if (property.getKey().equals("display")) {
                readable.putObject("display");
            }
        }
        return readable;
    }

    private static JsonNode readable(JsonNode value, Parts parts) {
        if (value instanceof ObjectNode object) {
            return Mark.read(object).map(mark -> readable(mark, parts)).orElseGet(() -> readable(object, parts));
        }
        if (value instanceof ArrayNode array) {
            ArrayNode readable = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> readable.add(readable(element, parts)));
            return readable;
        }
        return value;
    }

    private static JsonNode readable(Mark mark, Parts parts) {
        Optional<byte[]> part = parts.find(mark.number());
        return switch (mark.kind()) {
            case WORDS -> part.map(ExactJson::readValue).orElse(JsonNodeFactory.instance.missingNode());
            case AGENT -> part.map(ExactJson::readValue).orElseGet(() -> somebody(mark, parts));
            case GROUP ->
                part.<JsonNode>map(json -> readable(ExactJson.read(json), parts))
                        .orElseGet(() -> somebody(mark, parts));
        };
    }

    private static JsonNode somebody(Mark mark, Parts parts) {
        return parts.inPlaceOf(mark.number())
                .json()
                .put("objectType", mark.kind().objectType());
    }
}
