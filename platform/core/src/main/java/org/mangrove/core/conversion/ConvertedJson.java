package org.mangrove.core.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;

/** What a document became, as a draft's row holds it; its pictures lie beside it. */
final class ConvertedJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ConvertedJson() {}

    static String write(Converted converted) {
        ObjectNode json = NODES.objectNode();
        json.put("format", converted.format().name());
        json.put("language", converted.language().toLanguageTag());
        ArrayNode blocks = json.putArray("blocks");
        converted.blocks().forEach(block -> blocks.add(LineageJson.of(block)));
        ArrayNode remarks = json.putArray("remarks");
        converted.remarks().forEach(remark -> {
            ObjectNode each = remarks.addObject();
            each.put("loss", remark.loss().name());
            each.put("unit", remark.place().unit().name());
            each.put("number", remark.place().number());
            each.put("detail", remark.detail());
            each.put("times", remark.times());
        });
        return CanonicalJson.write(json);
    }

    /** Without the pictures. */
    static Converted read(String text) {
        JsonNode json = CanonicalJson.read(text);
        var blocks = new ArrayList<Block>();
        json.required("blocks").forEach(block -> blocks.add(LineageJson.toBlock(block)));
        var remarks = new ArrayList<Remark>();
        json.required("remarks")
                .forEach(each -> remarks.add(new Remark(
                        Loss.valueOf(each.required("loss").textValue()),
                        new Place(
                                Place.Unit.valueOf(each.required("unit").textValue()),
                                each.required("number").intValue()),
                        each.required("detail").textValue(),
                        each.required("times").intValue())));
        return new Converted(
                DocumentFormat.valueOf(json.required("format").textValue()),
                Locale.forLanguageTag(json.required("language").textValue()),
                blocks,
                new TreeMap<>(),
                remarks);
    }

    static String writeAnswers(Map<String, String> answers) {
        ObjectNode json = NODES.objectNode();
        answers.forEach(json::put);
        return CanonicalJson.write(json);
    }

    static Map<String, String> readAnswers(String text) {
        var answers = new TreeMap<String, String>();
        CanonicalJson.read(text)
                .properties()
                .forEach(each -> answers.put(each.getKey(), each.getValue().textValue()));
        return answers;
    }
}
