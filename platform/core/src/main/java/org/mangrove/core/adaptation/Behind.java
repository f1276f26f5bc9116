package org.mangrove.core.adaptation;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Drift;
import org.mangrove.core.lineage.Field;

/**
 * What a market has not looked at yet: the versions that have changed what it says otherwise.
 *
 * @param versions the first one first
 * @param drift in points
 */
public record Behind(List<AssetVersion> versions, Drift drift) {

    public Behind {
        versions = List.copyOf(versions);
    }

    /**
     * @param published all versions until the one in effect, the first one first
     */
    static Behind of(Desk desk, Collection<AssetVersion> published, Instant at) {
        List<DeskText> drifted =
                desk.texts().filter(text -> text.item().isPresent()).toList();
        List<AssetVersion> versions = published.stream()
                .filter(version -> drifted.stream()
                        .anyMatch(text -> firstWithAnother(published, text)
                                .filter(version::equals)
                                .isPresent()))
                .toList();
        int conflicts = (int) desk.texts()
                .filter(text -> text.standing() == Standing.DISPUTED
                        || text.standing() == Standing.GONE
                        || text.standing() == Standing.OUTLAWED)
                .count();
        return new Behind(
                versions,
                new Drift(
                        versions.stream().map(AssetVersion::change).toList(),
                        conflicts,
                        0,
                        desk.ground().rules().expired(at)));
    }

    /** The same of a market that does not follow: with the versions that its readers do not have. */
    Behind missing(List<AssetVersion> missed) {
        if (missed.isEmpty()) {
            return this;
        }
        List<AssetVersion> all = Stream.concat(versions.stream(), missed.stream())
                .distinct()
                .sorted(Comparator.comparingInt(AssetVersion::no))
                .toList();
        return new Behind(
                all,
                new Drift(
                        all.stream().map(AssetVersion::change).toList(),
                        drift.conflicts(),
                        drift.stale(),
                        drift.expired()));
    }

    /** Since when something waits; empty if nothing does, or if it is not the master that has changed. */
    public Optional<Instant> since() {
        return versions.stream().findFirst().map(AssetVersion::effectiveFrom);
    }

    /** The strongest change of those versions; empty if it is not the master that has changed. */
    Optional<ChangeClass> strongest() {
        return versions.stream().map(AssetVersion::change).max(Comparator.naturalOrder());
    }

    /** Of the versions after the last one that still said what the market has seen. */
    private static Optional<AssetVersion> firstWithAnother(Collection<AssetVersion> published, DeskText text) {
        Predicate<AssetVersion> isAsSeen = version -> field(version, text).equals(text.base());
        Optional<AssetVersion> first = Optional.empty();
        for (AssetVersion version : published) {
            if (isAsSeen.test(version)) {
                first = Optional.empty();
            } else if (first.isEmpty()) {
                first = Optional.of(version);
            }
        }
        return first;
    }

    private static Optional<Field> field(AssetVersion version, DeskText text) {
        Change change = text.ours().orElseThrow().change();
        Optional<Block> block = version.find(change.block());
        return block.flatMap(there -> there.find(change.field()));
    }
}
