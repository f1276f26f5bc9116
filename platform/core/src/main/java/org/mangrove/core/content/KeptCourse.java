package org.mangrove.core.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Overlay;

/**
 * What a market keeps of a course whose master is given up: all that came from above when it was kept.
 *
 * @param above what the region said otherwise, and what the core had published for this market
 */
public record KeptCourse(AssetVersion version, List<Overlay> above) {

    public KeptCourse {
        above = List.copyOf(above);
    }

    static KeptCourse of(Ground ground) {
        return new KeptCourse(ground.version(), ground.above());
    }

    public static KeptCourse read(JsonNode json) {
        var above = new ArrayList<Overlay>();
        json.required("above").forEach(overlay -> above.add(LineageJson.toOverlay(overlay)));
        return new KeptCourse(ContentJson.toVersion(json.required("version")), above);
    }

    public JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("version", ContentJson.of(version));
        ArrayNode overlays = json.putArray("above");
        above.forEach(overlay -> overlays.add(LineageJson.of(overlay)));
        return json;
    }
}
