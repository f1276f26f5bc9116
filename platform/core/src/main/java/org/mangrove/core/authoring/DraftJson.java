package org.mangrove.core.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.MediaCredit;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;

/**
 * A draft as rows hold it: each block once for each thing it has ever said, by its digest, and what stood where as a list of digests. A
 * step in a long course is so a small row.
 */
final class DraftJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DraftJson() {}

    static String write(Block block) {
        return CanonicalJson.write(LineageJson.of(block));
    }

    static Digest digestOf(Block block) {
        return CanonicalJson.digestOf(LineageJson.of(block));
    }

    static Block readBlock(String text) {
        return LineageJson.toBlock(CanonicalJson.read(text));
    }

    /** All but the blocks themselves. */
    static String writeOutline(DraftContent content) {
        ObjectNode json = NODES.objectNode();
        ObjectNode facts = json.putObject("facts");
        content.facts().forEach(facts::put);
        ArrayNode languages = json.putArray("languages");
        content.languages().forEach(language -> languages.add(language.toLanguageTag()));
        ArrayNode blocks = json.putArray("blocks");
        content.blocks().forEach(block -> blocks.add(digestOf(block).hex()));
        ArrayNode credits = json.putArray("credits");
        content.credits().forEach(credit -> {
            ObjectNode one = credits.addObject();
            one.put("digest", credit.digest());
            one.put("path", credit.path());
            one.put("licence", credit.licence());
            one.put("source", credit.source());
            credit.until().ifPresent(until -> one.put("until", until.toString()));
        });
        return CanonicalJson.write(json);
    }

    /** The digests of the blocks in their order. */
    static List<String> digestsIn(String outline) {
        var digests = new ArrayList<String>();
        CanonicalJson.read(outline).required("blocks").forEach(digest -> digests.add(digest.textValue()));
        return digests;
    }

    static DraftContent read(String outline, Map<String, Block> blocks) {
        JsonNode json = CanonicalJson.read(outline);
        var facts = new TreeMap<String, String>();
        json.required("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().textValue()));
        var languages = new ArrayList<Locale>();
        json.required("languages").forEach(tag -> languages.add(Locale.forLanguageTag(tag.textValue())));
        var credits = new ArrayList<MediaCredit>();
        json.required("credits")
                .forEach(one -> credits.add(new MediaCredit(
                        one.required("digest").textValue(),
                        one.required("path").textValue(),
                        one.required("licence").textValue(),
                        one.required("source").textValue(),
                        Optional.ofNullable(one.get("until")).map(until -> LocalDate.parse(until.textValue())))));
        return new DraftContent(
                facts,
                languages,
                digestsIn(outline).stream()
                        .map(digest -> mustHave(blocks, digest))
                        .toList(),
                credits);
    }

    private static Block mustHave(Map<String, Block> blocks, String digest) {
        return Optional.ofNullable(blocks.get(digest))
                .orElseThrow(() -> new IllegalStateException("Block " + digest + " of a draft is not there"));
    }
}
