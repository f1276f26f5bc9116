package org.mangrove.core.adaptation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mangrove.core.content.Ground;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Resolution;
import org.mangrove.core.lineage.Terms;

/**
 * Puts blocks elsewhere in a market, a place at a time. What the market has added behind a block goes along with it. A block that
 * comes back to where it would be anyway is not moved any more.
 */
final class Moving {

    private final Ground ground;
    private final Overlay own;
    private final Instant at;

    private Moving(Ground ground, Overlay own, Instant at) {
        this.ground = ground;
        this.own = own;
        this.at = at;
    }

    /** @return what the market says then; empty if the block can go no further */
    static Optional<List<Adaptation>> moved(Desk desk, String block, boolean isUp, Terms terms, Instant at) {
        var moving = new Moving(desk.ground(), desk.own(), at);
        List<Adaptation> now = desk.own().adaptations();
        List<String> before = moving.order(now);
        return moving.anchors(before, block, isUp).stream()
                .map(anchor -> moving.behind(now, before, block, anchor, terms))
                .filter(adaptations -> !moving.order(adaptations).equals(before))
                .findFirst();
    }

    /** Behind which it can come, the nearest first. Nothing stands between the course's own block and the first head. */
    private List<String> anchors(List<String> order, String block, boolean isUp) {
        int from = order.indexOf(block);
        if (isUp) {
            return from > 2 ? List.of(order.get(from - 2)) : List.of();
        }
        return order.subList(from + 1, order.size());
    }

    private List<Adaptation> behind(
            List<Adaptation> now, List<String> order, String block, String anchor, Terms terms) {
        List<String> trail = IntStream.range(0, order.indexOf(anchor))
                .mapToObj(order::get)
                .filter(id -> !id.equals(block))
                .toList()
                .reversed();
        Adaptation move = terms.adaptation(new Change.Move(block, anchor, trail));
        var moved = new ArrayList<>(without(now, move.change().subject()));
        List<Adaptation> asItComes = List.copyOf(moved);
        moved.add(move);
        return order(asItComes).equals(order(moved)) ? asItComes : moved;
    }

    private static List<Adaptation> without(List<Adaptation> all, String subject) {
        return all.stream()
                .filter(adaptation -> !adaptation.change().subject().equals(subject))
                .toList();
    }

    private List<String> order(List<Adaptation> adaptations) {
        var overlays = new ArrayList<>(ground.above());
        overlays.add(Overlay.of(own.asset(), own.space(), Level.TENANT, own.revision(), adaptations));
        return Resolution.of(ground.version().blocks(), overlays, ground.rules(), at).places().stream()
                .map(place -> place.block().id())
                .toList();
    }
}
