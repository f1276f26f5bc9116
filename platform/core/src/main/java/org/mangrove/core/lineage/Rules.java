package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Digest;

/**
 * What one market has to observe in one asset, whatever the asset and its overlays say.
 *
 * @param claims of the asset, for whichever place
 * @param withdrawals of the asset, for whichever place
 * @param jurisdictions under which the market stands
 * @param narrowing which values demand less than others, where that matters
 */
public record Rules(
        Locks locks,
        List<Claim> claims,
        List<Withdrawal> withdrawals,
        List<String> jurisdictions,
        Narrowing narrowing) {

    public Rules {
        claims = List.copyOf(claims);
        withdrawals = List.copyOf(withdrawals);
        jurisdictions = List.copyOf(jurisdictions);
    }

    /** Of an asset in which no value demands less than another. */
    public Rules(Locks locks, List<Claim> claims, List<Withdrawal> withdrawals, List<String> jurisdictions) {
        this(locks, claims, withdrawals, jurisdictions, Narrowing.NONE);
    }

    /** The same of an asset whose values can be too loose. */
    public Rules with(Narrowing other) {
        return new Rules(locks, claims, withdrawals, jurisdictions, other);
    }

    /** Whether a space says less than what is above it demands, and nobody above has let go of it. */
    public boolean isTooLoose(Level level, Change change, Optional<Field> above, Instant at) {
        Optional<Field> below = change instanceof Change.Set(String block, String field, Field value)
                ? Optional.of(value)
                : Optional.empty();
        return narrowing.isLooser(change.block(), change.field(), above, below)
                && !locks.isOpen(level, change.block(), change.field(), at);
    }

    public static Rules none(String type, String asset) {
        return new Rules(Locks.none(type, asset), List.of(), List.of(), List.of());
    }

    /**
     * Whether a block's claims let it be shown here: each text of which anything is claimed must have been verified for this
     * market's law, and nothing of that may have run out.
     */
    boolean letShow(String block, Instant at) {
        Map<String, List<Claim>> byText = claims.stream()
                .filter(claim -> claim.block().equals(block))
                .collect(Collectors.groupingBy(Claim::field));
        return byText.values().stream().allMatch(those -> isVerified(those, at));
    }

    private boolean isVerified(Collection<Claim> claimsOfOneText, Instant at) {
        List<Claim> ours = claimsOfOneText.stream()
                .filter(claim -> claim.isAbout(jurisdictions))
                .toList();
        return !ours.isEmpty() && ours.stream().allMatch(claim -> claim.holdsAt(at));
    }

    /** Whether a text must not be served here any more. */
    boolean isWithdrawn(String block, String field, Digest text, Instant at) {
        return withdrawals.stream()
                .anyMatch(each -> each.block().equals(block)
                        && each.field().equals(field)
                        && each.text().equals(text)
                        && !each.from().isAfter(at)
                        && each.isAbout(jurisdictions));
    }

    /**
     * The same for a version: what the law had withdrawn before, and the version says again, is allowed again.
     *
     * @param blocks that the version says
     * @param since when it holds
     */
    public Rules allowing(Collection<Block> blocks, Instant since) {
        Map<String, Block> byId = byId(blocks);
        return new Rules(
                locks,
                claims,
                withdrawals.stream()
                        .filter(each -> each.from().isAfter(since) || !each.isSaid(byId))
                        .toList(),
                jurisdictions,
                narrowing);
    }

    /**
     * From when the law here does not let all of these be said any more, if such a day is known.
     *
     * @param since they are said: what the law had withdrawn before, it allows again
     */
    public Optional<Instant> withdrawnFrom(Collection<Block> blocks, Instant since) {
        Map<String, Block> byId = byId(blocks);
        return withdrawals.stream()
                .filter(each -> each.isAbout(jurisdictions) && each.from().isAfter(since))
                .filter(each -> each.isSaid(byId))
                .map(Withdrawal::from)
                .min(Comparator.naturalOrder());
    }

    private static Map<String, Block> byId(Collection<Block> blocks) {
        return blocks.stream().collect(Collectors.toMap(Block::id, block -> block));
    }

    /** How many verifications for the law here have run out. */
    public int expired(Instant at) {
        return (int) claims.stream()
                .filter(claim -> claim.isAbout(jurisdictions) && !claim.holdsAt(at))
                .count();
    }

    /** When the next verification for the law here runs out. */
    public Optional<Instant> nextExpiry(Instant at) {
        return claims.stream()
                .filter(claim -> claim.isAbout(jurisdictions) && claim.holdsAt(at))
                .map(Claim::validUntil)
                .min(Comparator.naturalOrder());
    }

    /** When time alone changes what is to be observed, after this moment. */
    Optional<Instant> nextChange(Instant at) {
        return Stream.of(
                        locks.rules().stream().flatMap(rule -> Stream.of(rule.since(), rule.graceUntil())),
                        claims.stream()
                                .filter(claim -> claim.isAbout(jurisdictions))
                                .map(Claim::validUntil),
                        withdrawals.stream()
                                .filter(each -> each.isAbout(jurisdictions))
                                .map(Withdrawal::from))
                .flatMap(times -> times)
                .filter(time -> time.isAfter(at))
                .min(Comparator.naturalOrder());
    }
}
