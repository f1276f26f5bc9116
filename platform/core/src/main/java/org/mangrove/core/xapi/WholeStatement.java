package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Puts together what {@link PersonalParts} has taken apart. */
public final class WholeStatement {

    /** What was taken out of a statement. */
    public interface Parts {

        /** The value; empty if nobody can read it any more. */
        Optional<byte[]> find(int number);

        /** Who stands there in the place of somebody of whom nobody can read who it was. */
        AgentId inPlaceOf(int number);
    }

    private final Parts parts;

    private WholeStatement(Parts parts) {
        this.parts = parts;
    }

    /** The statement as it was, in UTF-8; without what nobody can read any more. */
    public static byte[] of(byte[] rest, Parts parts) {
        var whole = new WholeStatement(parts);
        var out = new ByteArrayOutputStream(rest.length * 2);
        if (whole.copy(rest, out)) {
            return out.toByteArray();
        }
        return ExactJson.write(whole.readable(ExactJson.read(rest)));
    }

    /** @return whether everything was there */
    private boolean copy(byte[] json, ByteArrayOutputStream out) {
        int copied = 0;
        for (var mark = Mark.find(json, 0); mark.isPresent(); mark = Mark.find(json, copied)) {
            Mark here = mark.get();
            out.write(json, copied, here.at() - copied);
            Optional<byte[]> part = parts.find(here.number());
            if (part.isEmpty()) {
                return false;
            }
            if (here.kind() == Mark.Kind.GROUP) {
                if (!copy(part.get(), out)) {
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

    private ObjectNode readable(ObjectNode object) {
        ObjectNode readable = JsonNodeFactory.instance.objectNode();
        for (var property : object.properties()) {
            JsonNode value = readable(property.getValue());
            if (!value.isMissingNode()) {
                readable.set(property.getKey(), value);
            } else if (property.getKey().equals("display")) {
                readable.putObject("display");
            }
        }
        return readable;
    }

    private JsonNode readable(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return Mark.read(object).map(this::readable).orElseGet(() -> readable(object));
        }
        if (value instanceof ArrayNode array) {
            ArrayNode readable = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> readable.add(readable(element)));
            return readable;
        }
        return value;
    }

    private JsonNode readable(Mark mark) {
        Optional<byte[]> part = parts.find(mark.number());
        return switch (mark.kind()) {
            case WORDS -> part.map(ExactJson::readValue).orElse(JsonNodeFactory.instance.missingNode());
            case AGENT -> part.map(ExactJson::readValue).orElseGet(() -> somebody(mark));
            case GROUP ->
                part.<JsonNode>map(json -> readable(ExactJson.read(json))).orElseGet(() -> somebody(mark));
        };
    }

    private JsonNode somebody(Mark mark) {
        return parts.inPlaceOf(mark.number())
                .json()
                .put("objectType", mark.kind().objectType());
    }
}
