package org.mangrove.core.authoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Masters;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Resolution;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.lineage.Sync;
import org.mangrove.core.lineage.SyncProposal.Effect;
import org.mangrove.core.lineage.SyncProposal.Item;

/**
 * What a draft would do to those below, as far as the core knows: what markets say themselves stays in their cells.
 *
 * @param spaces regions and markets that change something the draft changes, too
 * @param claims verifications that rest on texts which the draft changes
 * @param markets how many have the course
 */
public record Impact(List<OfSpace> spaces, List<Claim> claims, int markets) {

    /**
     * @param joined how many of its changes can be put together with the draft's
     * @param disputed what somebody there has to decide: a block, and the field if it is about one
     * @param gone what rests on a block that is not there any more
     */
    public record OfSpace(String space, int joined, List<String> disputed, List<String> gone) {}

    public Impact {
        spaces = List.copyOf(spaces);
        claims = List.copyOf(claims);
    }

    static Impact of(
            Masters.Master master, RuleBook.Entries rules, List<Block> draft, DraftChanges changes, Instant now) {
        Map<String, Overlay> regions = master.overlays().stream()
                .filter(overlay -> overlay.level() == Level.REGION)
                .collect(Collectors.toMap(Overlay::space, overlay -> overlay));
        Map<String, String> regionOf = new HashMap<>();
        master.markets().forEach(market -> market.region().ifPresent(region -> regionOf.put(market.slug(), region)));
        int from = master.current().version().no();
        var spaces = new ArrayList<OfSpace>();
        for (Overlay overlay : master.overlays()) {
            List<Overlay> above = overlay.level() == Level.REGION
                    ? List.of()
                    : Optional.ofNullable(regionOf.get(overlay.space()))
                            .map(regions::get)
                            .map(List::of)
                            .orElse(List.of());
            List<Block> blocks =
                    List.copyOf(Resolution.of(draft, above, Rules.none(AssetVersion.TYPE, overlay.asset()), now)
                            .blocks()
                            .values());
            OfSpace ofSpace = of(
                    overlay.space(),
                    Sync.propose(overlay, from, new Sync.Above(from + 1, ChangeClass.MAJOR, blocks), now)
                            .items());
            if (ofSpace.joined() > 0
                    || !ofSpace.disputed().isEmpty()
                    || !ofSpace.gone().isEmpty()) {
                spaces.add(ofSpace);
            }
        }
        return new Impact(
                spaces,
                rules.claims().stream()
                        .map(RuleBook.MadeClaim::claim)
                        .filter(claim -> isTouched(claim, changes))
                        .toList(),
                master.markets().size());
    }

    /** Of a course that nobody has yet. */
    static Impact none() {
        return new Impact(List.of(), List.of(), 0);
    }

    private static OfSpace of(String space, List<Item> items) {
        return new OfSpace(
                space,
                subjects(items, Effect.Joined.class::isInstance).size(),
                subjects(items, Effect.Conflict.class::isInstance),
                subjects(items, Effect.Gone.class::isInstance));
    }

    private static List<String> subjects(List<Item> items, Predicate<Effect> which) {
        return items.stream()
                .filter(item -> which.test(item.effect()))
                .map(Item::subject)
                .toList();
    }

    /** A claim about a block as a whole, or the course, rests on each of its texts. */
    private static boolean isTouched(Claim claim, DraftChanges changes) {
        return changes.find(claim.block())
                .filter(changed -> claim.field().isEmpty()
                        || changed.what() == DraftChanges.What.GONE
                        || changed.texts().stream()
                                .anyMatch(text -> text.field().equals(claim.field())))
                .isPresent();
    }
}
