package org.mangrove.core.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.mangrove.core.lineage.CanonicalJson;

/** Reports as rows hold them. A measure is a number, a day or a text, and says which. */
public final class ReportJson {

    private ReportJson() {}

    public static String write(Report report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var scores = json.putArray("scores");
        report.scores()
                .forEach(score -> scores.addObject()
                        .put("criterion", score.kind().word())
                        .put("severity", score.severity().name())
                        .put("weight", score.weight())
                        .put("checked", score.checked())
                        .put("failed", score.failed()));
        var findings = json.putArray("findings");
        for (Finding finding : report.findings()) {
            ObjectNode one = findings.addObject()
                    .put("criterion", finding.criterion().word())
                    .put("block", finding.place().block())
                    .put("field", finding.place().field())
                    .put("language", finding.place().language())
                    .put("shortcoming", finding.shortcoming().name());
            ObjectNode measures = one.putObject("measures");
            finding.measures().forEach((name, value) -> {
                switch (value) {
                    case Integer number -> measures.put(name, number);
                    case LocalDate day -> measures.putObject(name).put("day", day.toString());
                    default -> measures.put(name, String.valueOf(value));
                }
            });
        }
        return CanonicalJson.write(json);
    }

    /** What a later release has dropped from its criteria is left out. */
    public static Report read(String text) {
        JsonNode json = CanonicalJson.read(text);
        var scores = new ArrayList<Score>();
        json.required("scores")
                .forEach(score -> kind(score)
                        .ifPresent(kind -> scores.add(new Score(
                                kind,
                                Severity.valueOf(score.required("severity").textValue()),
                                score.required("weight").intValue(),
                                score.required("checked").intValue(),
                                score.required("failed").intValue()))));
        var findings = new ArrayList<Finding>();
        json.required("findings")
                .forEach(finding -> kind(finding)
                        .ifPresent(kind -> findings.add(new Finding(
                                kind,
                                Place.of(
                                        finding.required("block").textValue(),
                                        finding.required("field").textValue(),
                                        finding.required("language").textValue()),
                                Shortcoming.valueOf(
                                        finding.required("shortcoming").textValue()),
                                measures(finding.required("measures"))))));
        return new Report(scores, findings);
    }

    private static Optional<CriterionKind> kind(JsonNode json) {
        return CriterionKind.parse(json.required("criterion").textValue());
    }

    private static TreeMap<String, Object> measures(JsonNode json) {
        var measures = new TreeMap<String, Object>();
        json.properties().forEach(measure -> {
            JsonNode value = measure.getValue();
            measures.put(
                    measure.getKey(),
                    value.isInt()
                            ? value.intValue()
                            : value.isObject()
                                    ? LocalDate.parse(value.required("day").textValue())
                                    : value.textValue());
        });
        return measures;
    }
}
