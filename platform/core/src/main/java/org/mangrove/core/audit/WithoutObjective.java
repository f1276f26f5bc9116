package org.mangrove.core.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.audit.Evidence.Place;
import org.mangrove.core.audit.Evidence.SaysNothing;
import org.mangrove.core.audit.Fact.Known;
import org.mangrove.core.audit.Fact.None;
import org.mangrove.core.audit.Fact.Unknown;

/** Finds what does not say what a person can do afterwards: not at all, for the sake of saying something, or by its own name. */
final class WithoutObjective implements Detector {

    @Override
    public FindingKind kind() {
        return FindingKind.WITHOUT_OBJECTIVE;
    }

    @Override
    public Detection look(Inventory inventory) {
        var findings = new ArrayList<Finding>();
        var notKnown = new ArrayList<String>();
        var words = new Words();
        for (AuditedAsset asset : inventory.assets()) {
            Optional<String> saysNothing = switch (asset.objective()) {
                case Known<String>(String said)
                when Placeholders.saysNothing(said) || isItsName(said, asset, words) -> Optional.of(said);
                case None<String> _ -> Optional.of("");
                case Unknown<String> _ -> {
                    notKnown.add(asset.key());
                    yield Optional.empty();
                }
                case Known<String> _ -> Optional.empty();
            };
            saysNothing.ifPresent(said -> findings.add(new Finding(
                    kind(),
                    List.of(asset.key()),
                    List.of(new SaysNothing(Place.OBJECTIVE, said)),
                    ProposedAction.SAY_THE_OBJECTIVE)));
        }
        return new Detection(kind(), findings, notKnown);
    }

    /** Whether it has no word that is not in the title or the key. Whoever writes it as a slug writes words, too. */
    private static boolean isItsName(String objective, AuditedAsset asset, Words words) {
        var more = new HashSet<>(words.of(objective.replace('-', ' '), Locale.ROOT));
        more.removeAll(words.of(asset.title(), Locale.ROOT));
        more.removeAll(words.of(asset.key().replace('-', ' '), Locale.ROOT));
        return more.isEmpty();
    }
}
