package org.mangrove.core.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;

/** Blocks and what is changed in them, as canonical JSON. */
public final class LineageJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private LineageJson() {}

    public static Digest digestOf(Field field) {
        return CanonicalJson.digestOf(of(field));
    }

    public static JsonNode of(Block block) {
        ObjectNode fields = NODES.objectNode();
        block.fields().forEach((path, field) -> fields.set(path, of(field)));
        ObjectNode json = NODES.objectNode();
        json.put("id", block.id());
        json.put("kind", block.kind().name());
        json.set("fields", fields);
        return json;
    }

    public static Block toBlock(JsonNode json) {
        var fields = new TreeMap<String, Field>();
        json.required("fields").properties().forEach(field -> fields.put(field.getKey(), toField(field.getValue())));
        return new Block(
                json.required("id").textValue(),
                BlockKind.valueOf(json.required("kind").textValue()),
                fields);
    }

    public static JsonNode of(Field field) {
        return switch (field) {
            case Field.Neutral(String text) -> TextNode.valueOf(text);
            case Field.Worded(Map<String, String> words) -> {
                ObjectNode json = NODES.objectNode();
                words.forEach(json::put);
                yield json;
            }
        };
    }

    public static Field toField(JsonNode json) {
        if (json.isTextual()) {
            return Field.neutral(json.textValue());
        }
        var words = new TreeMap<String, String>();
        json.properties()
                .forEach(word -> words.put(word.getKey(), word.getValue().textValue()));
        return Field.words(words);
    }

    static JsonNode ofOverlay(String asset, String space, Level level, List<Adaptation> adaptations) {
        ObjectNode json = NODES.objectNode();
        json.put("asset", asset);
        json.put("space", space);
        json.put("level", level.name());
        json.set("adaptations", array(adaptations.stream().map(LineageJson::of).toList()));
        return json;
    }

    public static JsonNode of(Overlay overlay) {
        ObjectNode json =
                (ObjectNode) ofOverlay(overlay.asset(), overlay.space(), overlay.level(), overlay.adaptations());
        json.put("revision", overlay.revision());
        json.put("digest", overlay.digest().hex());
        return json;
    }

    /** @throws IllegalArgumentException if the content does not have the digest that it says */
    public static Overlay toOverlay(JsonNode json) {
        var overlay = Overlay.of(
                json.required("asset").textValue(),
                json.required("space").textValue(),
                Level.valueOf(json.required("level").textValue()),
                json.required("revision").intValue(),
                list(json.required("adaptations")).stream()
                        .map(LineageJson::toAdaptation)
                        .toList());
        if (!overlay.digest().hex().equals(json.required("digest").textValue())) {
            throw new IllegalArgumentException(
                    "The overlay of " + overlay.space() + " on " + overlay.asset() + " has another digest");
        }
        return overlay;
    }

    public static JsonNode of(Adaptation adaptation) {
        ObjectNode json = NODES.objectNode();
        switch (adaptation.change()) {
            case Change.Set(String block, String field, Field value) ->
                json.put("operation", "SET")
                        .put("block", block)
                        .put("field", field)
                        .set("value", of(value));
            case Change.Clear(String block, String field) ->
                json.put("operation", "CLEAR").put("block", block).put("field", field);
            case Change.Hide(String block) -> json.put("operation", "HIDE").put("block", block);
            case Change.InsertAfter(String block, List<String> trail, Block inserted) -> {
                json.put("operation", "INSERT_AFTER").put("block", block);
                json.set("trail", texts(trail));
                json.set("inserted", of(inserted));
            }
            case Change.Move(String block, String after, List<String> trail) -> {
                json.put("operation", "MOVE").put("block", block).put("after", after);
                json.set("trail", texts(trail));
            }
        }
        adaptation.baseDigest().ifPresent(digest -> json.put("baseDigest", digest.hex()));
        adaptation.base().ifPresent(base -> json.set("base", of(base)));
        json.put("reason", adaptation.reason());
        adaptation.legalReference().ifPresent(reference -> json.put("legalReference", reference));
        adaptation.toConfirm().ifPresent(what -> json.put("toConfirm", what));
        adaptation.expiresAt().ifPresent(instant -> json.put("expiresAt", instant.toString()));
        adaptation
                .approval()
                .ifPresent(approval -> json.put("approvedBy", approval.by().toString())
                        .put("approvedAt", approval.at().toString()));
        return json;
    }

    public static Adaptation toAdaptation(JsonNode json) {
        return new Adaptation(
                toChange(json),
                find(json, "baseDigest").map(digest -> new Digest(digest.textValue())),
                find(json, "base").map(LineageJson::toField),
                json.required("reason").textValue(),
                find(json, "legalReference").map(JsonNode::textValue),
                find(json, "toConfirm").map(JsonNode::textValue),
                find(json, "expiresAt").map(instant -> Instant.parse(instant.textValue())),
                find(json, "approvedBy")
                        .map(by -> new Approval(
                                UUID.fromString(by.textValue()),
                                Instant.parse(json.required("approvedAt").textValue()))));
    }

    private static Change toChange(JsonNode json) {
        String operation = json.required("operation").textValue();
        String block = json.required("block").textValue();
        return switch (operation) {
            case "SET" -> new Change.Set(block, json.required("field").textValue(), toField(json.required("value")));
            case "CLEAR" -> new Change.Clear(block, json.required("field").textValue());
            case "HIDE" -> new Change.Hide(block);
            case "INSERT_AFTER" ->
                new Change.InsertAfter(block, strings(json.required("trail")), toBlock(json.required("inserted")));
            case "MOVE" -> new Change.Move(block, json.required("after").textValue(), strings(json.required("trail")));
            default -> throw new IllegalArgumentException("There is no operation " + operation);
        };
    }

    private static Optional<JsonNode> find(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name));
    }

    static ArrayNode array(List<JsonNode> nodes) {
        return NODES.arrayNode().addAll(nodes);
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static List<JsonNode> list(JsonNode array) {
        var nodes = new ArrayList<JsonNode>();
        array.forEach(nodes::add);
        return nodes;
    }

    private static List<String> strings(JsonNode array) {
        return list(array).stream().map(JsonNode::textValue).toList();
    }
}
