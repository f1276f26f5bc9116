package org.mangrove.core.lineage;

import java.util.List;
import java.util.Optional;
import org.mangrove.core.lineage.LockRule.Hold;
import org.mangrove.core.lineage.LockRule.Scope;
import org.mangrove.core.lineage.ShownPlaces.Shown;

/**
 * What is demanded of a block, as it is demanded wherever the block is shown: who may not change words in one course may not in another, and
 * what was verified there has run out here at the same time.
 */
final class ShownRules {

    private ShownRules() {}

    /** That a market must say something itself is asked of it where it is said, and not once more. */
    static List<LockRule> locks(String asset, Shown shown, List<LockRule> ofSource) {
        return ofSource.stream()
                .filter(rule -> rule.hold() != Hold.MUST_LOCALIZE)
                .flatMap(rule -> target(asset, shown, rule)
                        .map(target -> new LockRule(
                                rule.space(),
                                rule.level(),
                                rule.scope() == Scope.ASSET ? Scope.BLOCK : rule.scope(),
                                target,
                                rule.hold(),
                                rule.since(),
                                rule.graceUntil(),
                                rule.decider(),
                                rule.reason()))
                        .stream())
                .toList();
    }

    static List<Claim> claims(String asset, Shown shown, List<Claim> ofSource) {
        return ofSource.stream()
                .filter(claim -> claim.block().equals(shown.sourceBlock()))
                .map(claim -> new Claim(
                        asset,
                        shown.block(),
                        claim.field(),
                        claim.jurisdiction(),
                        claim.legalReference(),
                        claim.verifiedBy(),
                        claim.validUntil()))
                .toList();
    }

    private static Optional<String> target(String asset, Shown shown, LockRule rule) {
        String here = asset + "/" + shown.block();
        String there = shown.source() + "/" + shown.sourceBlock();
        return switch (rule.scope()) {
            case TYPE -> Optional.empty();
            case ASSET -> rule.target().equals(shown.source()) ? Optional.of(here) : Optional.empty();
            case BLOCK -> rule.target().equals(there) ? Optional.of(here) : Optional.empty();
            case FIELD ->
                rule.target().startsWith(there + "/")
                        ? Optional.of(here + rule.target().substring(there.length()))
                        : Optional.empty();
        };
    }
}
