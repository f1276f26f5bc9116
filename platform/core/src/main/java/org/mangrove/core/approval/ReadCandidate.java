package org.mangrove.core.approval;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Candidate;
import org.mangrove.core.content.CourseFiles;
import org.mangrove.core.content.CoursePackage;
import org.mangrove.core.content.ReuseSources;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.Demand;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Text;

/**
 * A package as it would become a version after another.
 *
 * @param base the number of the version that it would follow; 0 if there is none
 */
public record ReadCandidate(CoursePackage course, AssetVersion version, int base) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** @throws org.mangrove.core.refusal.Refusal.Invalid if the package makes no sense */
    static ReadCandidate of(byte[] zip, ReuseSources sources, ToIntFunction<String> bases, Instant now) {
        CoursePackage course = CoursePackage.read(CourseFiles.fromZip(new ByteArrayInputStream(zip)), sources);
        int base = bases.applyAsInt(course.facts().key());
        return new ReadCandidate(
                course,
                AssetVersion.of(
                        course.facts(),
                        base + 1,
                        course.change(),
                        course.effectiveFrom().orElse(now),
                        course.blocks()),
                base);
    }

    public Candidate candidate() {
        return Candidate.of(version, course);
    }

    Text title(List<Locale> chain) {
        return version.blocks()
                .getFirst()
                .find("title")
                .map(field -> field.in(chain))
                .orElse(new Text(version.key(), Locale.ROOT));
    }

    /** What has to be there for what each space would get. */
    Map<String, Demand> demands(DecisionRights rights) {
        var demands = new TreeMap<String, Demand>();
        demands.put(
                DecisionRights.GLOBAL,
                rights.demand(
                        DecisionRights.GLOBAL,
                        AssetVersion.TYPE,
                        version.key(),
                        Optional.of(version.change().name())));
        course.overlays()
                .keySet()
                .forEach(space ->
                        demands.put(space, rights.demand(space, AssetVersion.TYPE, version.key(), Optional.empty())));
        return demands;
    }

    Revision revision(int no, Digest bytes, UUID by, Instant at) {
        SortedMap<String, String> parts = parts();
        ObjectNode whole = NODES.objectNode();
        parts.forEach(whole::put);
        return new Revision(
                no,
                CanonicalJson.digestOf(whole).hex(),
                parts,
                version.digest().hex(),
                version.change().name(),
                base,
                bytes.hex(),
                by,
                at);
    }

    private SortedMap<String, String> parts() {
        var parts = new TreeMap<String, String>();
        ObjectNode global = NODES.objectNode();
        global.put("key", version.key());
        global.put("version", version.digest().hex());
        global.put("change", version.change().name());
        global.put("base", base);
        course.effectiveFrom().ifPresent(day -> global.put("effectiveFrom", day.toString()));
        parts.put(DecisionRights.GLOBAL, CanonicalJson.digestOf(global).hex());
        course.overlays().forEach((space, adaptations) -> parts.put(space, digestOf(adaptations)));
        return parts;
    }

    private static String digestOf(List<Adaptation> adaptations) {
        ArrayNode all = NODES.arrayNode();
        adaptations.forEach(adaptation -> all.add(LineageJson.of(adaptation)));
        return CanonicalJson.digestOf(all).hex();
    }
}
