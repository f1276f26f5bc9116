package org.mangrove.core.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.LineageJson;

/**
 * A policy as it was published from the global core once, for ever unchanged.
 *
 * @param no counts from 1; 0 as long as nobody has published any
 * @param reason why it is not as the version before
 * @param digest of facts and figures
 */
public record PolicyVersion(
        String slug,
        int no,
        ChangeClass change,
        Instant effectiveFrom,
        PolicyFacts facts,
        String reason,
        List<Block> blocks,
        Digest digest) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    public PolicyVersion {
        blocks = List.copyOf(blocks);
    }

    public static PolicyVersion of(
            String slug,
            int no,
            ChangeClass change,
            Instant effectiveFrom,
            PolicyFacts facts,
            String reason,
            List<Block> blocks) {
        return new PolicyVersion(
                slug,
                no,
                change,
                effectiveFrom,
                facts,
                reason,
                blocks,
                CanonicalJson.digestOf(said(slug, facts, blocks)));
    }

    /** By subject. */
    public Map<String, String> figures() {
        return PolicyDefinition.figures(blocks);
    }

    private static ObjectNode said(String slug, PolicyFacts facts, List<Block> blocks) {
        ObjectNode json = NODES.objectNode();
        json.put("policy", slug)
                .put("owner", facts.owner())
                .put("steward", facts.steward())
                .put("objective", facts.objective())
                .put("reviewDue", facts.reviewDue().toString());
        ArrayNode array = json.putArray("blocks");
        blocks.forEach(block -> array.add(LineageJson.of(block)));
        return json;
    }

    /** As rows and feed entries hold it. */
    public String write() {
        ObjectNode json = said(slug, facts, blocks);
        json.put("number", no)
                .put("change", change.name())
                .put("effectiveFrom", effectiveFrom.toString())
                .put("reason", reason)
                .put("digest", digest.hex());
        return CanonicalJson.write(json);
    }

    /** @throws IllegalArgumentException if it does not have the digest that it says */
    public static PolicyVersion read(String text) {
        JsonNode json = CanonicalJson.read(text);
        var blocks = new ArrayList<Block>();
        json.required("blocks").forEach(block -> blocks.add(LineageJson.toBlock(block)));
        PolicyVersion version = of(
                json.required("policy").textValue(),
                json.required("number").intValue(),
                ChangeClass.valueOf(json.required("change").textValue()),
                Instant.parse(json.required("effectiveFrom").textValue()),
                new PolicyFacts(
                        json.required("owner").textValue(),
                        json.required("steward").textValue(),
                        json.required("objective").textValue(),
                        LocalDate.parse(json.required("reviewDue").textValue())),
                json.required("reason").textValue(),
                blocks);
        if (!version.digest().hex().equals(json.required("digest").textValue())) {
            throw new IllegalArgumentException(
                    "Version " + version.no() + " of " + version.slug() + " has another digest");
        }
        return version;
    }
}
