package org.mangrove.core.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;

/**
 * Content as JSON, in the one form that its digests are made of and that rows and feed entries hold.
 *
 * <p>Canonical: members sorted by name, no space between, no number but integers. The same content is the same bytes.
 */
public final class ContentJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ContentJson() {}

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

    static Digest digestOf(JsonNode json) {
        return Digest.of(write(json).getBytes(StandardCharsets.UTF_8));
    }

    static Digest digestOf(Field field) {
        return digestOf(of(field));
    }

    static JsonNode ofCourse(CourseFacts facts, List<Block> blocks) {
        ObjectNode json = NODES.objectNode();
        json.set("facts", of(facts));
        json.set("blocks", array(blocks.stream().map(ContentJson::of).toList()));
        return json;
    }

    static JsonNode ofOverlay(String course, String space, Overlay.Level level, List<Adaptation> adaptations) {
        ObjectNode json = NODES.objectNode();
        json.put("course", course);
        json.put("space", space);
        json.put("level", level.name());
        json.set("adaptations", array(adaptations.stream().map(ContentJson::of).toList()));
        return json;
    }

    public static JsonNode of(AssetVersion version) {
        ObjectNode json = (ObjectNode) ofCourse(version.facts(), version.blocks());
        json.put("no", version.no());
        json.put("change", version.change().name());
        json.put("effectiveFrom", version.effectiveFrom().toString());
        json.put("digest", version.digest().hex());
        return json;
    }

    /** @throws IllegalArgumentException if the content does not have the digest that it says */
    public static AssetVersion toVersion(JsonNode json) {
        var version = AssetVersion.of(
                toFacts(json.required("facts")),
                json.required("no").intValue(),
                ChangeClass.valueOf(json.required("change").textValue()),
                Instant.parse(json.required("effectiveFrom").textValue()),
                list(json.required("blocks")).stream().map(ContentJson::toBlock).toList());
        if (!version.digest().hex().equals(json.required("digest").textValue())) {
            throw new IllegalArgumentException(
                    "Version " + version.no() + " of " + version.key() + " has another digest");
        }
        return version;
    }

    public static JsonNode of(Overlay overlay) {
        ObjectNode json =
                (ObjectNode) ofOverlay(overlay.course(), overlay.space(), overlay.level(), overlay.adaptations());
        json.put("revision", overlay.revision());
        json.put("digest", overlay.digest().hex());
        return json;
    }

    /** Content with the kinds of the files that it shows, by digest. */
    static JsonNode withMedia(JsonNode content, Map<String, String> types) {
        ObjectNode json = content.deepCopy();
        ObjectNode media = json.putObject("media");
        types.forEach(media::put);
        return json;
    }

    static Map<Digest, MediaType> toMedia(JsonNode json) {
        var types = new TreeMap<Digest, MediaType>();
        json.required("media")
                .properties()
                .forEach(file -> types.put(
                        new Digest(file.getKey()),
                        MediaType.parse(file.getValue().textValue())
                                .orElseThrow(() -> new IllegalArgumentException("An unknown type of media"))));
        return types;
    }

    /** @throws IllegalArgumentException if the content does not have the digest that it says */
    public static Overlay toOverlay(JsonNode json) {
        var overlay = Overlay.of(
                json.required("course").textValue(),
                json.required("space").textValue(),
                Overlay.Level.valueOf(json.required("level").textValue()),
                json.required("revision").intValue(),
                list(json.required("adaptations")).stream()
                        .map(ContentJson::toAdaptation)
                        .toList());
        if (!overlay.digest().hex().equals(json.required("digest").textValue())) {
            throw new IllegalArgumentException(
                    "The overlay of " + overlay.space() + " on " + overlay.course() + " has another digest");
        }
        return overlay;
    }

    public static JsonNode of(CourseFacts facts) {
        ObjectNode json = NODES.objectNode();
        json.put("key", facts.key());
        json.put("category", facts.category());
        json.put("minutes", facts.minutes());
        json.put("objective", facts.objective());
        json.put("owner", facts.owner());
        json.put("steward", facts.steward());
        json.put("reviewDue", facts.reviewDue().toString());
        json.put("passing", facts.passing());
        facts.certificateMonths().ifPresent(months -> json.put("certificateMonths", months));
        json.set(
                "languages",
                texts(facts.languages().stream().map(Locale::toLanguageTag).toList()));
        return json;
    }

    public static CourseFacts toFacts(JsonNode json) {
        return new CourseFacts(
                json.required("key").textValue(),
                json.required("category").textValue(),
                json.required("minutes").intValue(),
                json.required("objective").textValue(),
                json.required("owner").textValue(),
                json.required("steward").textValue(),
                LocalDate.parse(json.required("reviewDue").textValue()),
                json.required("passing").intValue(),
                json.has("certificateMonths")
                        ? Optional.of(json.get("certificateMonths").intValue())
                        : Optional.empty(),
                strings(json.required("languages")).stream()
                        .map(Locale::forLanguageTag)
                        .toList());
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

    static JsonNode of(Field field) {
        return switch (field) {
            case Field.Neutral(String text) -> TextNode.valueOf(text);
            case Field.Worded(Map<String, String> words) -> {
                ObjectNode json = NODES.objectNode();
                words.forEach(json::put);
                yield json;
            }
        };
    }

    static Field toField(JsonNode json) {
        if (json.isTextual()) {
            return Field.neutral(json.textValue());
        }
        var words = new TreeMap<String, String>();
        json.properties()
                .forEach(word -> words.put(word.getKey(), word.getValue().textValue()));
        return Field.words(words);
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
        }
        adaptation.baseDigest().ifPresent(digest -> json.put("baseDigest", digest.hex()));
        adaptation.base().ifPresent(base -> json.set("base", of(base)));
        json.put("reason", adaptation.reason());
        adaptation.legalReference().ifPresent(reference -> json.put("legalReference", reference));
        adaptation.toConfirm().ifPresent(what -> json.put("toConfirm", what));
        adaptation.expiresAt().ifPresent(instant -> json.put("expiresAt", instant.toString()));
        return json;
    }

    public static Adaptation toAdaptation(JsonNode json) {
        return new Adaptation(
                toChange(json),
                find(json, "baseDigest").map(digest -> new Digest(digest.textValue())),
                find(json, "base").map(ContentJson::toField),
                json.required("reason").textValue(),
                find(json, "legalReference").map(JsonNode::textValue),
                find(json, "toConfirm").map(JsonNode::textValue),
                find(json, "expiresAt").map(instant -> Instant.parse(instant.textValue())));
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
            default -> throw new IllegalArgumentException("There is no operation " + operation);
        };
    }

    private static Optional<JsonNode> find(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name));
    }

    private static ArrayNode array(List<JsonNode> nodes) {
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

    private static JsonNode sorted(JsonNode json) {
        if (json.isArray()) {
            return array(list(json).stream().map(ContentJson::sorted).toList());
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
