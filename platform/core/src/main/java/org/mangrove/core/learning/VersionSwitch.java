package org.mangrove.core.learning;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Reuse;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.ChangeClass;

/**
 * What becomes of somebody's progress when a course becomes another version while they are in the middle of it. What is cosmetic or
 * minor changes nothing for them. What a major or regulatory version says otherwise they read and answer once more; all else they
 * keep. So nobody completes a course without having seen what it says now, and nobody does anything twice that has stayed.
 */
final class VersionSwitch {

    private VersionSwitch() {}

    /**
     * @param versions of the master until now, in any order; of a course of the market's own there are none, and nothing is asked again
     * @param number of the version that holds now
     */
    static Progress of(Progress progress, List<AssetVersion> versions, int number) {
        if (progress.version().filter(before -> before == number).isPresent()) {
            return progress;
        }
        int before = progress.version().orElse(number);
        var changed = new TreeSet<String>();
        List<AssetVersion> inOrder = versions.stream()
                .sorted(Comparator.comparingInt(AssetVersion::no))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            AssetVersion version = inOrder.get(i);
            if (version.no() > before && version.no() <= number && isToBeDoneAgain(version.change())) {
                changed.addAll(changed(inOrder.get(i - 1), version));
            }
        }
        return progress.on(number, changed);
    }

    private static boolean isToBeDoneAgain(ChangeClass change) {
        return switch (change) {
            case COSMETIC, MINOR -> false;
            case MAJOR, REGULATORY -> true;
        };
    }

    /** Whether a block says it itself or shows what another says makes no difference to whoever has learned it. */
    private static Set<String> changed(AssetVersion before, AssetVersion now) {
        Map<String, Block> old = new HashMap<>();
        before.blocks().forEach(block -> old.put(block.id(), Reuse.without(block)));
        var changed = new TreeSet<String>();
        for (Block block : now.blocks()) {
            Block there = old.get(block.id());
            if (there != null && !there.equals(Reuse.without(block))) {
                changed.add(block.id());
            }
        }
        return changed;
    }
}
