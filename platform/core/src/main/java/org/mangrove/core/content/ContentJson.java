package org.mangrove.core.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.LineageJson;

/**
 * Content as JSON, in the one form that its digests are made of and that rows and feed entries hold.
 *
 * <p>Canonical: members sorted by name, no space between, no number but integers. The same content is the same bytes.
 */
public final class ContentJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ContentJson() {}

    static JsonNode ofCourse(CourseFacts facts, List<Block> blocks) {
        ObjectNode json = NODES.objectNode();
        json.set("facts", of(facts));
        json.set("blocks", array(blocks.stream().map(LineageJson::of).toList()));
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
                list(json.required("blocks")).stream().map(LineageJson::toBlock).toList());
        if (!version.digest().hex().equals(json.required("digest").textValue())) {
            throw new IllegalArgumentException(
                    "Version " + version.no() + " of " + version.key() + " has another digest");
        }
        return version;
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
        if (!facts.credits().isEmpty()) {
            json.set(
                    "credits",
                    array(facts.credits().stream().map(ContentJson::of).toList()));
        }
        facts.textCredit().ifPresent(credit -> json.set("textCredit", of(credit)));
        return json;
    }

    private static JsonNode of(MediaCredit credit) {
        ObjectNode json = NODES.objectNode();
        json.put("digest", credit.digest());
        json.put("path", credit.path());
        json.put("licence", credit.licence());
        json.put("source", credit.source());
        credit.until().ifPresent(day -> json.put("until", day.toString()));
        return json;
    }

    private static MediaCredit toCredit(JsonNode json) {
        return new MediaCredit(
                json.required("digest").textValue(),
                json.required("path").textValue(),
                json.required("licence").textValue(),
                json.required("source").textValue(),
                find(json, "until").map(day -> LocalDate.parse(day.textValue())));
    }

    private static JsonNode of(TextCredit credit) {
        ObjectNode json = NODES.objectNode();
        json.put("licence", credit.licence());
        json.put("source", credit.source());
        credit.until().ifPresent(day -> json.put("until", day.toString()));
        return json;
    }

    private static TextCredit toTextCredit(JsonNode json) {
        return new TextCredit(
                json.required("licence").textValue(),
                json.required("source").textValue(),
                find(json, "until").map(day -> LocalDate.parse(day.textValue())));
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
                        .toList(),
                find(json, "credits").map(ContentJson::list).orElse(List.of()).stream()
                        .map(ContentJson::toCredit)
                        .toList(),
                find(json, "textCredit").map(ContentJson::toTextCredit));
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
}
