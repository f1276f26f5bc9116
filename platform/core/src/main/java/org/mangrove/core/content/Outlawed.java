package org.mangrove.core.content;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Withdrawal;

/** What the law does not let anybody say any more, once it has changed. */
final class Outlawed {

    private Outlawed() {}

    private record Place(String block, String field) {

        Optional<Field> in(AssetVersion version) {
            return version.find(block).flatMap(there -> there.find(field));
        }
    }

    /**
     * Each text of the version before that is another now, or gone; and what any earlier version said in its place, since a market that
     * is behind builds upon that.
     *
     * @param now what the law demands
     * @param before the versions until then, the first one first; one at least
     */
    static List<Withdrawal> by(AssetVersion now, List<AssetVersion> before) {
        var withdrawn = new LinkedHashSet<Withdrawal>();
        for (Place place : places(before.getLast(), now)) {
            Optional<Field> demanded = place.in(now);
            before.stream()
                    .flatMap(version -> place.in(version).stream())
                    .filter(said -> demanded.filter(said::equals).isEmpty())
                    .map(said -> new Withdrawal(
                            place.block(), place.field(), LineageJson.digestOf(said), now.effectiveFrom(), List.of()))
                    .forEach(withdrawn::add);
        }
        return List.copyOf(withdrawn);
    }

    private static Set<Place> places(AssetVersion before, AssetVersion now) {
        var places = new LinkedHashSet<Place>();
        for (Block block : before.blocks()) {
            block.fields().forEach((field, said) -> {
                var place = new Place(block.id(), field);
                if (place.in(now).filter(said::equals).isEmpty()) {
                    places.add(place);
                }
            });
        }
        return places;
    }
}
