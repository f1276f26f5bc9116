package org.mangrove.core.content;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.Resolved;
import org.mangrove.core.lineage.Resolved.Place;
import org.mangrove.core.lineage.Text;

/** Makes a course for one reader of what a market gets: sections, and one language a text. */
final class CourseShape {

    private static final Text NOTHING = new Text("", Locale.ROOT);

    private final AssetVersion version;
    private final Resolved resolved;
    private final List<Locale> chain;

    CourseShape(AssetVersion version, Resolved resolved, List<Locale> chain) {
        this.version = version;
        this.resolved = resolved;
        this.chain = chain;
    }

    EffectiveCourse course() {
        Block head = resolved.places().getFirst().block();
        Text title = text(head, "title");
        Text summary = text(head, "summary");
        List<EffectiveSection> sections = sections();
        return new EffectiveCourse(
                version.facts(),
                version.no(),
                title,
                summary,
                sections,
                resolved.validUntil(),
                resolved.findings(),
                resolved.isReleased(),
                digest(title, summary, sections));
    }

    /**
     * The blocks under their heads. Where a head is left out, the master's blocks below it are too; what was inserted there
     * goes to the section before, or the next if there is none.
     */
    private List<EffectiveSection> sections() {
        var blocks = new LinkedHashMap<Place, List<EffectiveBlock>>();
        var early = new ArrayList<EffectiveBlock>();
        List<EffectiveBlock> here = early;
        boolean leftOut = false;
        for (Place place : resolved.places()) {
            if (place.block().kind() == BlockKind.COURSE) {
                continue;
            }
            if (place.block().kind() == BlockKind.SECTION) {
                leftOut = place.isHidden();
                if (!leftOut) {
                    here = new ArrayList<>(early);
                    blocks.put(place, here);
                    early.clear();
                }
            } else if (!place.isHidden() && !(leftOut && place.isOfTheMaster())) {
                here.add(effective(place));
            }
        }
        var sections = new ArrayList<EffectiveSection>();
        blocks.forEach((head, below) ->
                sections.add(new EffectiveSection(sectionId(head.block().id()), text(head.block(), "title"), below)));
        if (!early.isEmpty()) {
            sections.add(new EffectiveSection(
                    "more", text(resolved.places().getFirst().block(), "title"), early));
        }
        return sections;
    }

    private static String sectionId(String blockId) {
        return blockId.startsWith(Block.SECTION_PREFIX) ? blockId.substring(Block.SECTION_PREFIX.length()) : blockId;
    }

    private EffectiveBlock effective(Place place) {
        return EffectiveBlock.of(place.block(), chain, place.notes());
    }

    private Text text(Block block, String field) {
        return block.find(field).map(value -> value.in(chain)).orElse(NOTHING);
    }

    private Digest digest(Text title, Text summary, List<EffectiveSection> sections) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("facts", ContentJson.of(version.facts()));
        json.put("title", title.text());
        json.put("summary", summary.text());
        var list = json.putArray("sections");
        for (EffectiveSection section : sections) {
            ObjectNode part = list.addObject();
            part.put("id", section.id());
            part.put("title", section.title().text());
            var blocks = part.putArray("blocks");
            for (EffectiveBlock block : section.blocks()) {
                ObjectNode one = blocks.addObject();
                one.put("id", block.id());
                one.put("kind", block.kind().name());
                block.neutral().forEach(one::put);
                block.texts().forEach((field, text) -> one.put(field, text.text()));
            }
        }
        return CanonicalJson.digestOf(json);
    }
}
