package org.mangrove.core.lineage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mangrove.core.lineage.ShownPlaces.Shown;

/**
 * What is demanded elsewhere of what an asset shows, and of what is shown there in turn. Each asset is asked once, however many of its
 * blocks are shown, and assets may show blocks of each other, or their own.
 */
final class ShownElsewhere<D> {

    /** So long is the way at most from what is shown to what says it, and one for good measure. */
    private static final int DEEPEST = 5;

    private final Function<String, List<Shown>> shown;
    private final Function<String, List<D>> demanded;
    private final As<D> as;
    private final Map<String, List<Shown>> knownShown = new HashMap<>();
    private final Map<String, List<D>> knownDemanded = new HashMap<>();
    private final Map<Depth, List<D>> known = new HashMap<>();

    /** What is demanded of an asset's own blocks, as it is demanded of a block that shows one of them. */
    interface As<D> {
        List<D> demanded(String asset, Shown shown, List<D> ofSource);
    }

    private record Depth(String asset, int deep) {}

    /**
     * @param shown what an asset shows of others
     * @param demanded what is demanded of an asset itself
     */
    ShownElsewhere(Function<String, List<Shown>> shown, Function<String, List<D>> demanded, As<D> as) {
        this.shown = shown;
        this.demanded = demanded;
        this.as = as;
    }

    List<D> of(String asset) {
        return of(asset, DEEPEST);
    }

    private List<D> of(String asset, int deep) {
        if (deep == 0) {
            return List.of();
        }
        var depth = new Depth(asset, deep);
        List<D> before = known.get(depth);
        if (before != null) {
            return before;
        }
        List<D> all = known(knownShown, asset, shown).stream()
                .flatMap(each -> as
                        .demanded(
                                asset,
                                each,
                                Stream.concat(
                                                known(knownDemanded, each.source(), demanded).stream(),
                                                of(each.source(), deep - 1).stream())
                                        .toList())
                        .stream())
                .distinct()
                .toList();
        known.put(depth, all);
        return all;
    }

    private static <T> List<T> known(Map<String, List<T>> map, String asset, Function<String, List<T>> asked) {
        return map.computeIfAbsent(asset, asked);
    }
}
