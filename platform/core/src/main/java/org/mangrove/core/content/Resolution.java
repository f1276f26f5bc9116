package org.mangrove.core.content;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Digest;

/**
 * Applies overlays to a version and chooses languages: first everything is inserted, then fields are set and cleared in the
 * order of the overlays, then blocks are left out. So an overlay can speak of what another one inserts.
 */
final class Resolution {

    private static final Text NOTHING = new Text("", Locale.ROOT);

    /** A block on its way: where it came from, what was inserted behind it, whether it is left out. */
    private static final class Node {
        Block block;
        final String insertedBy;
        final List<Node> behind = new ArrayList<>();
        final List<EffectiveBlock.Note> notes = new ArrayList<>();
        boolean hidden;

        Node(Block block, String insertedBy) {
            this.block = block;
            this.insertedBy = insertedBy;
        }

        boolean isOfTheMaster() {
            return insertedBy.isEmpty();
        }

        Stream<Node> andBehind() {
            return Stream.concat(Stream.of(this), behind.stream().flatMap(Node::andBehind));
        }
    }

    /** An adaptation with whose it is. */
    private record Step(Overlay overlay, Adaptation adaptation) {
        EffectiveBlock.Note note() {
            return new EffectiveBlock.Note(
                    overlay.space(), overlay.level(), adaptation.reason(), adaptation.legalReference());
        }
    }

    private final AssetVersion version;
    private final List<Locale> chain;
    private final List<Step> steps;
    private final Optional<Instant> validUntil;
    private final List<Node> master;
    private final Map<String, Node> byId = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Resolution(AssetVersion version, List<Overlay> overlays, List<Locale> chain, Instant at) {
        this.version = version;
        this.chain = chain;
        this.steps = overlays.stream()
                .flatMap(overlay -> overlay.adaptations().stream()
                        .filter(adaptation -> adaptation.holdsAt(at))
                        .map(adaptation -> new Step(overlay, adaptation)))
                .toList();
        this.validUntil = steps.stream()
                .flatMap(step -> step.adaptation().expiresAt().stream())
                .min(Comparator.naturalOrder());
        this.master =
                version.blocks().stream().map(block -> new Node(block, "")).toList();
        master.forEach(node -> byId.put(node.block.id(), node));
    }

    EffectiveCourse course() {
        insert();
        setAndClear();
        hide();

        Block head = master.getFirst().block;
        Text title = text(head, "title");
        Text summary = text(head, "summary");
        List<EffectiveSection> sections = sections();
        return new EffectiveCourse(
                version.facts(),
                version.no(),
                title,
                summary,
                sections,
                validUntil,
                findings,
                digest(title, summary, sections));
    }

    /** The blocks with all their languages after insertions and changed fields, by id: what a space below would change. */
    Map<String, Block> blocks() {
        insert();
        setAndClear();
        var blocks = new LinkedHashMap<String, Block>();
        byId.forEach((id, node) -> blocks.put(id, node.block));
        return blocks;
    }

    private void insert() {
        var waiting = new ArrayList<>(steps.stream()
                .filter(step -> step.adaptation().change() instanceof Change.InsertAfter)
                .toList());
        while (!waiting.isEmpty()) {
            boolean moved = waiting.removeIf(this::insertBehindItsAnchor);
            if (!moved) {
                insertNearby(waiting.removeFirst());
            }
        }
    }

    private boolean insertBehindItsAnchor(Step step) {
        Node anchor = byId.get(step.adaptation().change().block());
        if (anchor == null) {
            return false;
        }
        insertBehind(anchor, step);
        return true;
    }

    private void insertNearby(Step step) {
        var insertion = (Change.InsertAfter) step.adaptation().change();
        Node nearest = insertion.trail().stream()
                .filter(byId::containsKey)
                .findFirst()
                .map(byId::get)
                .orElse(master.getLast());
        findings.add(new Finding(step.overlay().space(), insertion.inserted().id(), Finding.Kind.REANCHORED));
        insertBehind(nearest, step);
    }

    private void insertBehind(Node anchor, Step step) {
        Block inserted = ((Change.InsertAfter) step.adaptation().change()).inserted();
        String space = step.overlay().space();
        Node there = byId.get(inserted.id());
        if (there != null && there.insertedBy.equals(space)) {
            return;
        }
        if (there != null) {
            String otherId = inserted.id() + "~" + space;
            findings.add(new Finding(space, otherId, Finding.Kind.RENAMED));
            if (byId.containsKey(otherId)) {
                return;
            }
            inserted = inserted.named(otherId);
        }
        var node = new Node(inserted, space);
        node.notes.add(step.note());
        anchor.behind.add(node);
        byId.put(inserted.id(), node);
    }

    private void setAndClear() {
        for (Step step : steps) {
            switch (step.adaptation().change()) {
                case Change.Set(String block, String field, Field value) ->
                    change(step, field, node -> node.block = node.block.with(field, value));
                case Change.Clear(String block, String field) ->
                    change(step, field, node -> node.block = node.block.without(field));
                case Change.Hide hide -> {}
                case Change.InsertAfter insertion -> {}
            }
        }
    }

    private void change(Step step, String field, Consumer<Node> how) {
        String id = step.adaptation().change().block();
        Node node = byId.get(id);
        if (node == null) {
            findings.add(new Finding(step.overlay().space(), id, Finding.Kind.ORPHANED));
            return;
        }
        Optional<Digest> now = node.block.find(field).map(ContentJson::digestOf);
        if (!now.equals(step.adaptation().baseDigest())) {
            findings.add(new Finding(step.overlay().space(), id, Finding.Kind.DRIFTED));
        }
        how.accept(node);
        note(node, step);
    }

    private void hide() {
        for (Step step : steps) {
            if (step.adaptation().change() instanceof Change.Hide(String id)) {
                Node node = byId.get(id);
                if (node == null) {
                    findings.add(new Finding(step.overlay().space(), id, Finding.Kind.ORPHANED));
                } else {
                    node.hidden = true;
                }
            }
        }
    }

    private static void note(Node node, Step step) {
        if (!node.notes.contains(step.note())) {
            node.notes.add(step.note());
        }
    }

    /**
     * The blocks under their heads. Where a head is left out, the master's blocks below it are too; what was inserted there
     * goes to the section before, or the next if there is none.
     */
    private List<EffectiveSection> sections() {
        var blocks = new LinkedHashMap<Node, List<EffectiveBlock>>();
        var early = new ArrayList<EffectiveBlock>();
        List<EffectiveBlock> here = early;
        boolean leftOut = false;
        for (Node node : master.stream().flatMap(Node::andBehind).toList()) {
            if (node.block.kind() == BlockKind.COURSE) {
                continue;
            }
            if (node.block.kind() == BlockKind.SECTION) {
                leftOut = node.hidden;
                if (!leftOut) {
                    here = new ArrayList<>(early);
                    blocks.put(node, here);
                    early.clear();
                }
            } else if (!node.hidden && !(leftOut && node.isOfTheMaster())) {
                here.add(effective(node));
            }
        }
        var sections = new ArrayList<EffectiveSection>();
        blocks.forEach((head, below) ->
                sections.add(new EffectiveSection(sectionId(head.block.id()), text(head.block, "title"), below)));
        if (!early.isEmpty()) {
            sections.add(new EffectiveSection("more", text(master.getFirst().block, "title"), early));
        }
        return sections;
    }

    private static String sectionId(String blockId) {
        return blockId.startsWith(Block.SECTION_PREFIX) ? blockId.substring(Block.SECTION_PREFIX.length()) : blockId;
    }

    private EffectiveBlock effective(Node node) {
        var neutral = new HashMap<String, String>();
        var texts = new HashMap<String, Text>();
        node.block.fields().forEach((path, field) -> {
            switch (field) {
                case Field.Neutral(String text) -> neutral.put(path, text);
                case Field.Worded worded -> texts.put(path, worded.in(chain));
            }
        });
        return new EffectiveBlock(node.block.id(), node.block.kind(), neutral, texts, node.notes);
    }

    private Text text(Block block, String field) {
        return block.find(field)
                .map(value -> switch (value) {
                    case Field.Neutral(String text) -> new Text(text, Locale.ROOT);
                    case Field.Worded worded -> worded.in(chain);
                })
                .orElse(NOTHING);
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
        return ContentJson.digestOf(json);
    }
}
