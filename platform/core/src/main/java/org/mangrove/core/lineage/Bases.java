package org.mangrove.core.lineage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells each change of a space against what it was written. What is handed in again as it was keeps the base that it had:
 * nobody has looked at it beside what is above now.
 */
public final class Bases {

    private Bases() {}

    /**
     * @param above the blocks that the space builds upon, by id
     * @param before what the space changed until now
     */
    public static List<Adaptation> of(List<Adaptation> written, Map<String, Block> above, Optional<Overlay> before) {
        Map<Adaptation, Adaptation> known = before.stream()
                .flatMap(overlay -> overlay.adaptations().stream())
                .collect(Collectors.toMap(Bases::withoutBase, Function.identity(), (one, other) -> one));
        return written.stream()
                .map(adaptation -> Optional.ofNullable(known.get(withoutBase(adaptation)))
                        .orElseGet(() -> based(adaptation, above)))
                .toList();
    }

    private static Adaptation withoutBase(Adaptation adaptation) {
        return adaptation.basedOn(Optional.empty());
    }

    /** What leaves out, inserts or moves is against no text. */
    private static Adaptation based(Adaptation adaptation, Map<String, Block> above) {
        Change change = adaptation.change();
        return change.field().isEmpty()
                ? adaptation
                : adaptation.basedOn(
                        Optional.ofNullable(above.get(change.block())).flatMap(block -> block.find(change.field())));
    }
}
