package org.mangrove.core.lineage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.mangrove.core.blobs.Digest;

/**
 * JSON in the one form that digests are made of and that rows and feed entries hold: members sorted by name, no space between,
 * no number but integers. The same content is the same bytes.
 */
public final class CanonicalJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CanonicalJson() {}

    /** The canonical text of {@code json}. */
    public static String write(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(sorted(json));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree in memory can be written", impossible);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("This is no JSON of content", broken);
        }
    }

    public static Digest digestOf(JsonNode json) {
        return Digest.of(write(json).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode sorted(JsonNode json) {
        if (json.isArray()) {
            ArrayNode array = NODES.arrayNode();
            json.forEach(each -> array.add(sorted(each)));
            return array;
        }
        if (!json.isObject()) {
            return json;
        }
        var members = new TreeMap<String, JsonNode>();
        json.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
        ObjectNode sorted = NODES.objectNode();
        members.forEach(sorted::set);
        return sorted;
    }
}
