package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.LockRule.Hold;
import org.mangrove.core.lineage.Resolved.Place;

/**
 * Applies overlays to a master: first everything is inserted, then moved, then fields are set and cleared in the order of the
 * overlays, then blocks are left out. So an overlay can speak of what another one inserts, and overlays on different things
 * commute. What a lock or the law forbids is passed by, and told.
 */
public final class Resolution {

    /** A block on its way: where it came from, what was inserted behind it, whether it is left out. */
    private static final class Node {
        Block block;
        final String insertedBy;
        final List<Node> behind = new ArrayList<>();
        final List<Note> notes = new ArrayList<>();
        boolean hidden;

        Node(Block block, String insertedBy) {
            this.block = block;
            this.insertedBy = insertedBy;
        }

        Stream<Node> andBehind() {
            return Stream.concat(Stream.of(this), behind.stream().flatMap(Node::andBehind));
        }

        Place place() {
            return new Place(block, insertedBy, hidden, notes);
        }
    }

    /** An adaptation with whose it is. */
    private record Step(Overlay overlay, Adaptation adaptation) {

        Change change() {
            return adaptation.change();
        }

        Note note() {
            return new Note(overlay.space(), overlay.level(), adaptation.reason(), adaptation.legalReference());
        }
    }

    /** What a space said in a field. */
    private record Said(String block, String field, Digest text) {}

    private final Rules rules;
    private final Instant at;
    private final List<Node> master;
    private final Map<String, Node> byId = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Step> steps;
    private final List<Instant> ends = new ArrayList<>();
    private final Set<Said> outlawed = new HashSet<>();

    private Resolution(List<Block> master, List<Overlay> overlays, Rules rules, Instant at) {
        this.rules = rules;
        this.at = at;
        this.master = new ArrayList<>(
                master.stream().map(block -> new Node(block, "")).toList());
        this.master.forEach(node -> byId.put(node.block.id(), node));
        this.steps = overlays.stream()
                .flatMap(overlay -> overlay.adaptations().stream()
                        .filter(adaptation -> adaptation.holdsAt(at))
                        .map(adaptation -> new Step(overlay, adaptation)))
                .toList();
    }

    /**
     * Works out what a market gets. Depends on nothing but its arguments.
     *
     * @param regionThenTenant overlays, the later ones win
     * @param at which adaptations, locks and claims hold
     */
    public static Resolved of(List<Block> master, List<Overlay> regionThenTenant, Rules rules, Instant at) {
        return new Resolution(master, regionThenTenant, rules, at).resolved();
    }

    private Resolved resolved() {
        steps.stream().flatMap(step -> step.adaptation().expiresAt().stream()).forEach(ends::add);
        rules.nextChange(at).ifPresent(ends::add);
        List<Step> applied = steps.stream().filter(this::isAllowed).toList();
        insert(applied);
        move(applied);
        setAndClear(applied);
        hide(applied);
        boolean isVerified = leaveOutWhatIsNotVerified();
        boolean isLocalized = isLocalized(applied);
        return new Resolved(
                master.stream().flatMap(Node::andBehind).map(Node::place).toList(),
                findings,
                ends.stream().min(Comparator.naturalOrder()),
                isVerified && isLocalized);
    }

    private boolean isAllowed(Step step) {
        Change change = step.change();
        if (change instanceof Change.Set(String block, String field, Field value)
                && step.adaptation()
                        .baseDigest()
                        .filter(base -> isOutlawed(block, field, base))
                        .isPresent()) {
            outlawed.add(new Said(block, field, LineageJson.digestOf(value)));
            find(step, Finding.Kind.OUTLAWED);
            return false;
        }
        return switch (rules.locks().verdict(step.overlay().level(), step.adaptation(), at)) {
            case FREE -> true;
            case IN_GRACE -> {
                find(step, Finding.Kind.IN_GRACE);
                yield true;
            }
            case WITHHELD -> {
                find(step, Finding.Kind.WITHHELD);
                yield false;
            }
        };
    }

    /** Also what was written against a text that was itself written against one that the law has withdrawn. */
    private boolean isOutlawed(String block, String field, Digest base) {
        return rules.isWithdrawn(block, field, base, at) || outlawed.contains(new Said(block, field, base));
    }

    private void insert(List<Step> applied) {
        var waiting = new ArrayList<>(applied.stream()
                .filter(step -> step.change() instanceof Change.InsertAfter)
                .toList());
        while (!waiting.isEmpty()) {
            boolean moved = waiting.removeIf(this::insertBehindItsAnchor);
            if (!moved) {
                insertNearby(waiting.removeFirst());
            }
        }
    }

    private boolean insertBehindItsAnchor(Step step) {
        Node anchor = byId.get(step.change().block());
        if (anchor == null) {
            return false;
        }
        insertBehind(anchor, step);
        return true;
    }

    private void insertNearby(Step step) {
        var insertion = (Change.InsertAfter) step.change();
        find(step, Finding.Kind.REANCHORED);
        insertBehind(nearest(insertion.trail()).orElse(master.getLast()), step);
    }

    private Optional<Node> nearest(List<String> trail) {
        return trail.stream().filter(byId::containsKey).findFirst().map(byId::get);
    }

    private void insertBehind(Node anchor, Step step) {
        Block inserted = ((Change.InsertAfter) step.change()).inserted();
        String space = step.overlay().space();
        Node there = byId.get(inserted.id());
        if (there != null && there.insertedBy.equals(space)) {
            return;
        }
        if (there != null) {
            String otherId = inserted.id() + "~" + space;
            findings.add(new Finding(space, otherId, "", Finding.Kind.RENAMED));
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

    /** Heads stay where they are: what belongs to a section is what follows its head. */
    private void move(List<Step> applied) {
        for (Step step : applied) {
            if (step.change() instanceof Change.Move(String id, String after, List<String> trail)) {
                Node node = byId.get(id);
                if (node == null || !node.block.kind().isStep()) {
                    find(step, Finding.Kind.ORPHANED);
                    continue;
                }
                Optional<Node> anchor = Optional.ofNullable(byId.get(after)).or(() -> {
                    find(step, Finding.Kind.REANCHORED);
                    return nearest(trail);
                });
                anchor.filter(there -> node.andBehind().noneMatch(there::equals))
                        .ifPresent(there -> {
                            takeOut(node);
                            there.behind.addFirst(node);
                            note(node, step);
                        });
            }
        }
    }

    private void takeOut(Node node) {
        master.remove(node);
        byId.values().forEach(other -> other.behind.remove(node));
    }

    private void setAndClear(List<Step> applied) {
        for (Step step : applied) {
            switch (step.change()) {
                case Change.Set(String block, String field, Field value) ->
                    change(step, field, node -> node.block = node.block.with(field, value));
                case Change.Clear(String block, String field) ->
                    change(step, field, node -> node.block = node.block.without(field));
                case Change.Hide hide -> {}
                case Change.InsertAfter insertion -> {}
                case Change.Move move -> {}
            }
        }
    }

    private void change(Step step, String field, Consumer<Node> how) {
        Node node = byId.get(step.change().block());
        if (node == null) {
            find(step, Finding.Kind.ORPHANED);
            return;
        }
        Optional<Digest> now = node.block.find(field).map(LineageJson::digestOf);
        if (!now.equals(step.adaptation().baseDigest())) {
            find(step, Finding.Kind.DRIFTED);
        }
        if (rules.isTooLoose(step.overlay().level(), step.change(), node.block.find(field), at)) {
            find(step, Finding.Kind.TOO_LOOSE);
            return;
        }
        how.accept(node);
        note(node, step);
    }

    private void hide(List<Step> applied) {
        for (Step step : applied) {
            if (step.change() instanceof Change.Hide(String id)) {
                Node node = byId.get(id);
                if (node == null) {
                    find(step, Finding.Kind.ORPHANED);
                } else {
                    node.hidden = true;
                }
            }
        }
    }

    /** @return whether the head of the whole may be shown, without which there is nothing */
    private boolean leaveOutWhatIsNotVerified() {
        boolean headIsVerified = true;
        for (Node node : byId.values()) {
            if (!rules.letShow(node.block.id(), at)) {
                findings.add(new Finding("", node.block.id(), "", Finding.Kind.UNVERIFIED));
                headIsVerified &= !node.equals(master.getFirst());
                node.hidden = true;
            }
        }
        return headIsVerified;
    }

    /** Whether the market itself has said what it must. */
    private boolean isLocalized(List<Step> applied) {
        if (rules.locks().rules().stream().noneMatch(rule -> rule.hold() == Hold.MUST_LOCALIZE)) {
            return true;
        }
        Set<String> said = applied.stream()
                .filter(step -> step.overlay().level() == Level.TENANT)
                .map(step -> step.change().subject())
                .collect(Collectors.toSet());
        boolean isLocalized = true;
        for (Node node : byId.values()) {
            for (String field : node.block.fields().keySet()) {
                if (rules.locks().mustLocalize(node.block.id(), field, at)
                        && !node.hidden
                        && !said.contains(node.block.id() + "/" + field)) {
                    findings.add(new Finding("", node.block.id(), field, Finding.Kind.TO_LOCALIZE));
                    isLocalized = false;
                }
            }
        }
        return isLocalized;
    }

    private void find(Step step, Finding.Kind kind) {
        findings.add(Finding.of(step.overlay().space(), step.change(), kind));
    }

    private static void note(Node node, Step step) {
        if (!node.notes.contains(step.note())) {
            node.notes.add(step.note());
        }
    }
}
