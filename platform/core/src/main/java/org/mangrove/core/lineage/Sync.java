package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.lineage.SyncProposal.Effect;
import org.mangrove.core.lineage.SyncProposal.Item;

/**
 * Brings what a space has changed to a new version of what is above it, so that no word of the space is lost: what stays,
 * what is joined, what somebody decided, each is told; what nobody has decided stays as it is.
 */
public final class Sync {

    private Sync() {}

    /**
     * What a space below another has under it: the blocks that it may change, in the order of reading.
     *
     * @param no of the version of the asset
     * @param change the strongest change since the version that the space has now
     */
    public record Above(int no, ChangeClass change, List<Block> blocks) {

        public Above {
            blocks = List.copyOf(blocks);
        }

        Optional<Block> find(String id) {
            return blocks.stream().filter(block -> block.id().equals(id)).findFirst();
        }
    }

    /** @param from the version that the space has now */
    public static SyncProposal propose(Overlay overlay, int from, Above above, Instant at) {
        Map<String, Block> own = overlay.adaptations().stream()
                .flatMap(adaptation -> adaptation.change() instanceof Change.InsertAfter insertion
                        ? Stream.of(insertion.inserted())
                        : Stream.empty())
                .collect(Collectors.toMap(Block::id, block -> block, (one, other) -> one));
        List<Item> items = overlay.adaptations().stream()
                .filter(adaptation -> adaptation.holdsAt(at))
                .flatMap(adaptation -> item(adaptation, above, own).stream())
                .toList();
        return new SyncProposal(overlay.asset(), overlay.space(), from, above.no(), above.change(), items);
    }

    private static Optional<Item> item(Adaptation ours, Above above, Map<String, Block> own) {
        return switch (ours.change()) {
            case Change.Set(String block, String field, Field value) ->
                own.containsKey(block) ? Optional.empty() : field(ours, Optional.of(value), above.find(block), field);
            case Change.Clear(String block, String field) ->
                own.containsKey(block) ? Optional.empty() : field(ours, Optional.empty(), above.find(block), field);
            case Change.InsertAfter(String block, List<String> trail, Block inserted) ->
                anchor(block, trail, above, own)
                        .map(found -> new Item(
                                ours,
                                Optional.empty(),
                                new Effect.Reanchored(new Change.InsertAfter(found.block(), found.trail(), inserted))));
            case Change.Move(String block, String after, List<String> trail) ->
                anchor(after, trail, above, own)
                        .map(found -> new Item(
                                ours,
                                Optional.empty(),
                                new Effect.Reanchored(new Change.Move(block, found.block(), found.trail()))));
            case Change.Hide hide -> Optional.empty();
        };
    }

    private static Optional<Item> field(Adaptation ours, Optional<Field> value, Optional<Block> there, String field) {
        Optional<Field> now = there.flatMap(block -> block.find(field));
        return switch (FieldMerge.of(ours.base(), value, now)) {
            case FieldMerge.Untouched untouched -> Optional.empty();
            case FieldMerge.Equal equal -> Optional.of(new Item(ours, now, new Effect.Equal()));
            case FieldMerge.Joined(Field joined) -> Optional.of(new Item(ours, now, new Effect.Joined(joined)));
            case FieldMerge.Disputed dispute ->
                Optional.of(new Item(ours, now, now.isEmpty() ? new Effect.Gone() : new Effect.Conflict(dispute)));
        };
    }

    private record Anchor(String block, List<String> trail) {}

    /** The nearest block that is left, if the one it was is not. */
    private static Optional<Anchor> anchor(String block, List<String> trail, Above above, Map<String, Block> own) {
        if (above.find(block).isPresent() || own.containsKey(block)) {
            return Optional.empty();
        }
        List<String> order = above.blocks().stream().map(Block::id).toList();
        String nearest = trail.stream()
                .filter(id -> order.contains(id) || own.containsKey(id))
                .findFirst()
                .orElseGet(order::getLast);
        int place = order.indexOf(nearest);
        return Optional.of(new Anchor(
                nearest,
                place < 0 ? List.of() : List.copyOf(order.subList(0, place).reversed())));
    }

    /**
     * What became of one change, for the log.
     *
     * @param after what is there now; empty if the space's word went
     * @param decision whose it was; empty if it went by itself
     */
    public record Settled(Adaptation before, Optional<Adaptation> after, Optional<Decision> decision) {}

    /**
     * What came of it.
     *
     * @param open what still waits for somebody
     */
    public record Outcome(Overlay overlay, List<Settled> settled, List<Item> open) {}

    /**
     * @param decisions by the subjects of the items. Of a change that goes by itself somebody may decide otherwise
     * @return the same overlay if nothing was settled
     */
    public static Outcome settle(Overlay overlay, SyncProposal proposal, Map<String, Decision> decisions) {
        Map<String, Item> items =
                proposal.items().stream().collect(Collectors.toMap(Item::subject, item -> item, (one, other) -> one));
        var after = new ArrayList<Adaptation>();
        var settled = new ArrayList<Settled>();
        var open = new ArrayList<Item>();
        for (Adaptation ours : overlay.adaptations()) {
            Item item = items.get(ours.change().subject());
            if (item == null || !item.ours().equals(ours)) {
                after.add(ours);
                continue;
            }
            Optional<Decision> decision = Optional.ofNullable(decisions.get(item.subject()));
            if (decision.isEmpty() && item.needsDecision()) {
                after.add(ours);
                open.add(item);
                continue;
            }
            Optional<Adaptation> result =
                    decision.map(made -> decided(item, made)).orElseGet(() -> Optional.of(byItself(item)));
            result.ifPresent(after::add);
            settled.add(new Settled(ours, result, decision));
        }
        if (settled.isEmpty()) {
            return new Outcome(overlay, settled, open);
        }
        return new Outcome(
                Overlay.of(overlay.asset(), overlay.space(), overlay.level(), overlay.revision() + 1, after),
                settled,
                open);
    }

    private static Adaptation byItself(Item item) {
        return switch (item.effect()) {
            case Effect.Joined(Field value) -> item.ours().saying(value).basedOn(item.now());
            case Effect.Equal equal -> item.ours().basedOn(item.now());
            case Effect.Reanchored(Change change) -> item.ours().with(change);
            case Effect.Conflict conflict -> throw new IllegalStateException("Somebody has to decide");
            case Effect.Gone gone -> throw new IllegalStateException("Somebody has to decide");
        };
    }

    /** Who decides of what had to be approved, approves it. */
    private static Optional<Adaptation> decided(Item item, Decision decision) {
        Optional<Adaptation> after = switch (decision.choice()) {
            case Decision.Choice.Accept accept -> Optional.empty();
            case Decision.Choice.Keep keep ->
                Optional.of(
                        item.effect() instanceof Effect.Reanchored(Change change)
                                ? item.ours().with(change)
                                : item.ours().basedOn(item.now()));
            case Decision.Choice.Edit(Field value) ->
                Optional.of(item.ours().saying(value).basedOn(item.now()));
        };
        return item.ours().approval().isEmpty()
                ? after
                : after.map(adaptation -> adaptation.approvedBy(new Approval(decision.by(), decision.at())));
    }
}
