package org.mangrove.core.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.audit.Evidence.HasLeft;
import org.mangrove.core.audit.Evidence.Place;
import org.mangrove.core.audit.Evidence.SaysNothing;
import org.mangrove.core.audit.Fact.Known;
import org.mangrove.core.audit.Fact.None;
import org.mangrove.core.audit.Fact.Unknown;

/** Finds what nobody answers for, or nobody keeps up to date, whatever is written there. */
final class Ownerless implements Detector {

    @Override
    public FindingKind kind() {
        return FindingKind.OWNERLESS;
    }

    @Override
    public Detection look(Inventory inventory) {
        Set<String> departed = inventory.departed() instanceof Known<Set<String>>(Set<String> left) ? left : Set.of();
        var findings = new ArrayList<Finding>();
        var notKnown = new ArrayList<String>();
        for (AuditedAsset asset : inventory.assets()) {
            var evidence = new ArrayList<Evidence>();
            wrong(Place.OWNER, asset.owner(), departed).ifPresent(evidence::add);
            wrong(Place.STEWARD, asset.steward(), departed).ifPresent(evidence::add);
            if (!evidence.isEmpty()) {
                findings.add(new Finding(kind(), List.of(asset.key()), evidence, ProposedAction.NAME_SOMEBODY));
            } else if (asset.owner().isUnknown() || asset.steward().isUnknown()) {
                notKnown.add(asset.key());
            }
        }
        return new Detection(kind(), findings, notKnown);
    }

    private static Optional<Evidence> wrong(Place place, Fact<String> named, Set<String> departed) {
        return switch (named) {
            case Known<String>(String who)
            when Placeholders.saysNothing(who) -> Optional.of(new SaysNothing(place, who));
            case Known<String>(String who) when departed.contains(who) -> Optional.of(new HasLeft(place, who));
            case None<String> _ -> Optional.of(new SaysNothing(place, ""));
            case Known<String> _, Unknown<String> _ -> Optional.empty();
        };
    }
}
