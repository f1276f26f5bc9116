package org.mangrove.core.adaptation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.CourseFields;
import org.mangrove.core.content.Ground;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Finding;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.lineage.Locks;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Resolution;
import org.mangrove.core.lineage.Resolved;
import org.mangrove.core.lineage.Sync;
import org.mangrove.core.lineage.SyncProposal;
import org.mangrove.core.lineage.SyncProposal.Effect;

/**
 * One course on a market's desk: what comes from above, what the market makes of it, and what waits for somebody. Depends on
 * nothing but what it is made of.
 *
 * @param own what the market itself says otherwise, revision 0 if nothing yet
 * @param blocks in the order of reading
 * @param lost what the market says about what is not there any more
 * @param bound what the market says that is against a lock, by its subject: it stays as it is until somebody decides
 * @param isReleased whether readers here get the course
 * @param validUntil when time alone makes it another, if it does
 */
public record Desk(
        Ground ground,
        Overlay own,
        SyncProposal proposal,
        List<DeskBlock> blocks,
        List<DeskText> lost,
        Set<String> bound,
        boolean isReleased,
        Optional<Instant> validUntil) {

    public Desk {
        bound = Set.copyOf(bound);
        blocks = List.copyOf(blocks);
        lost = List.copyOf(lost);
    }

    /** @param space the slug of the market */
    public static Desk of(Ground ground, String space, Instant at) {
        return new Making(ground, space, at).desk();
    }

    /** The course's title, as the market has it. */
    public Optional<Field> title() {
        return blocks.getFirst().block().find("title");
    }

    public Optional<DeskBlock> find(String block) {
        return blocks.stream().filter(each -> each.block().id().equals(block)).findFirst();
    }

    public Optional<DeskText> find(String block, String field) {
        return texts().filter(text -> text.block().equals(block) && text.field().equals(field))
                .findFirst();
    }

    public Stream<DeskText> texts() {
        return Stream.concat(blocks.stream().flatMap(block -> block.texts().stream()), lost.stream());
    }

    /** What waits for somebody. */
    public List<DeskText> waiting() {
        return texts().filter(text -> text.standing().waits()).toList();
    }

    /** What of the market's own can go on without anybody's decision. */
    public List<SyncProposal.Item> joinable() {
        return proposal.items().stream()
                .filter(item -> !item.needsDecision() && !isOutlawed(item) && !isHeldByALock(item))
                .toList();
    }

    /** Nobody has agreed to what would come of joining, or it may not be said at all. That both say the same harms nobody. */
    private boolean isHeldByALock(SyncProposal.Item item) {
        return bound.contains(item.subject()) && !(item.effect() instanceof Effect.Equal);
    }

    /** What the law has withdrawn is looked at by somebody, also where it could be joined. */
    private boolean isOutlawed(SyncProposal.Item item) {
        Change change = item.ours().change();
        return find(change.block(), change.field())
                .filter(text -> text.standing() == Standing.OUTLAWED)
                .isPresent();
    }

    /** Puts a desk together. */
    private static final class Making {

        private final Ground ground;
        private final String space;
        private final Instant at;
        private final Overlay own;
        private final Locks locks;
        private final Resolved fromAbove;
        private final Resolved here;
        private final Map<String, Block> above;
        private final SyncProposal proposal;
        private final Map<String, SyncProposal.Item> items;
        private final Map<String, Adaptation> ours = new LinkedHashMap<>();
        private final Set<String> bound;

        Making(Ground ground, String space, Instant at) {
            this.ground = ground;
            this.space = space;
            this.at = at;
            this.own =
                    ground.own().orElseGet(() -> Overlay.of(ground.version().key(), space, Level.TENANT, 0, List.of()));
            this.locks = ground.rules().locks();
            this.fromAbove = ground.fromAbove(at);
            this.above = fromAbove.blocks();
            this.here = Resolution.of(ground.version().blocks(), ground.overlays(), ground.rules(), at);
            this.proposal = Sync.propose(
                    own,
                    ground.version().no(),
                    new Sync.Above(
                            ground.version().no(),
                            ground.version().change(),
                            fromAbove.places().stream()
                                    .map(Resolved.Place::block)
                                    .toList()),
                    at);
            this.items = proposal.items().stream()
                    .collect(Collectors.toMap(SyncProposal.Item::subject, item -> item, (one, other) -> one));
            own.adaptations().stream()
                    .filter(adaptation -> adaptation.holdsAt(at))
                    .forEach(adaptation -> ours.put(adaptation.change().subject(), adaptation));
            this.bound = ours.values().stream()
                    .filter(this::isBound)
                    .map(adaptation -> adaptation.change().subject())
                    .collect(Collectors.toSet());
        }

        private boolean isBound(Adaptation adaptation) {
            return locks.binding(Level.TENANT, adaptation, at).isPresent()
                    || locks.locked(Level.TENANT, adaptation.change(), at).isPresent();
        }

        Desk desk() {
            List<DeskBlock> blocks = here.places().stream().map(this::block).toList();
            Set<String> shown = new HashSet<>();
            blocks.forEach(block -> block.texts().forEach(text -> shown.add(text.subject())));
            Set<String> there = blocks.stream().map(block -> block.block().id()).collect(Collectors.toSet());
            List<DeskText> lost = ours.values().stream()
                    .filter(adaptation -> isLost(adaptation, shown, there))
                    .map(adaptation -> text(
                            adaptation.change().block(), adaptation.change().field(), Optional.of(adaptation)))
                    .toList();
            Optional<Instant> validUntil = Stream.of(here.validUntil(), fromAbove.validUntil())
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder());
            return new Desk(ground, own, proposal, blocks, lost, bound, here.isReleased(), validUntil);
        }

        private static boolean isLost(Adaptation adaptation, Set<String> shown, Set<String> there) {
            return switch (adaptation.change()) {
                case Change.Set set -> !shown.contains(set.subject());
                case Change.Clear clear -> !shown.contains(clear.subject());
                case Change.Hide(String block) -> !there.contains(block);
                case Change.InsertAfter insertion -> false;
                case Change.Move(String block, String after, List<String> trail) -> !there.contains(block);
            };
        }

        private DeskBlock block(Resolved.Place place) {
            Block block = place.block();
            boolean isOurs = place.insertedBy().equals(space) && !above.containsKey(block.id());
            var fields = new ArrayList<String>();
            Stream.concat(
                            block.fields().entrySet().stream(),
                            Optional.ofNullable(above.get(block.id())).stream()
                                    .flatMap(from -> from.fields().entrySet().stream()))
                    .filter(field -> CourseFields.isText(field.getKey(), field.getValue())
                            || CourseFields.isAmount(field.getKey())
                            || field.getKey().equals(DeskText.RIGHT_ANSWERS))
                    .map(Map.Entry::getKey)
                    .distinct()
                    .sorted(CourseFields.readingOrder(block))
                    .forEach(fields::add);
            boolean isLeftOutByUs = ours.containsKey(new Change.Hide(block.id()).subject());
            return new DeskBlock(
                    block,
                    isOurs,
                    place.isHidden(),
                    isLeftOutByUs,
                    isOurs ? Optional.empty() : binding(new Change.Hide(block.id())),
                    fields.stream()
                            .map(field -> isOurs ? ofOurBlock(block, field) : text(block.id(), field))
                            .map(text -> text.isRightAnswers() ? answerable(block, text) : text)
                            .toList());
        }

        /** What the market has inserted is all its own. */
        private DeskText ofOurBlock(Block block, String field) {
            return new DeskText(
                    block.id(),
                    field,
                    block.find(field),
                    Optional.empty(),
                    Standing.OURS,
                    Optional.empty(),
                    Optional.empty());
        }

        /** What the market says is right may not be among the answers any more: then nobody could answer it. */
        private static DeskText answerable(Block block, DeskText text) {
            boolean hasGone = text.ours().isPresent()
                    && !text.standing().waits()
                    && !BlockFields.isWhole(block.kind(), block.fields());
            return hasGone ? text.with(Standing.DISPUTED) : text;
        }

        private DeskText text(String block, String field) {
            String subject = block + "/" + field;
            return text(block, field, Optional.ofNullable(ours.get(subject)));
        }

        private DeskText text(String block, String field, Optional<Adaptation> adaptation) {
            Optional<Field> from = Optional.ofNullable(above.get(block)).flatMap(there -> there.find(field));
            Optional<SyncProposal.Item> item = adaptation.flatMap(
                    there -> Optional.ofNullable(items.get(there.change().subject())));
            return new DeskText(
                    block,
                    field,
                    from,
                    adaptation,
                    standing(block, field, adaptation, item),
                    field.isEmpty() ? Optional.empty() : binding(new Change.Clear(block, field)),
                    item);
        }

        private Standing standing(
                String block, String field, Optional<Adaptation> adaptation, Optional<SyncProposal.Item> item) {
            if (isFound(block, field, Finding.Kind.OUTLAWED)) {
                return Standing.OUTLAWED;
            }
            if (isFound(block, field, Finding.Kind.WITHHELD)) {
                return Standing.WITHHELD;
            }
            if (item.isPresent()) {
                return standing(item.get());
            }
            if (isFound(block, field, Finding.Kind.IN_GRACE)) {
                return Standing.IN_GRACE;
            }
            if (adaptation.isPresent()) {
                return isFound(block, field, Finding.Kind.ORPHANED) ? Standing.GONE : Standing.OURS;
            }
            return isFound(block, field, Finding.Kind.TO_LOCALIZE) ? Standing.TO_LOCALIZE : Standing.AS_ABOVE;
        }

        private Standing standing(SyncProposal.Item item) {
            return switch (item.effect()) {
                case Effect.Joined joined ->
                    item.needsDecision() || bound.contains(item.subject()) ? Standing.DISPUTED : Standing.JOINABLE;
                case Effect.Equal equal -> Standing.EQUAL;
                case Effect.Conflict conflict -> Standing.DISPUTED;
                case Effect.Gone gone -> Standing.GONE;
                case Effect.Reanchored reanchored -> Standing.JOINABLE;
            };
        }

        private boolean isFound(String block, String field, Finding.Kind kind) {
            return here.findings().stream()
                    .anyMatch(finding -> finding.kind() == kind
                            && finding.block().equals(block)
                            && finding.field().equals(field)
                            && (finding.space().equals(space) || finding.space().isEmpty()));
        }

        private Optional<LockRule> binding(Change change) {
            return locks.binding(Level.TENANT, Adaptation.of(change, ""), at);
        }
    }
}
