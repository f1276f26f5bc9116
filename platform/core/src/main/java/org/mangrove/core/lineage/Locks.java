package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mangrove.core.lineage.LockRule.Hold;

/**
 * The lock rules that hold for one asset in one line of spaces. Of a space the narrowest rule counts. Of several spaces the
 * strictest one does: whoever is below may bind more, and never loosen.
 *
 * @param type what kind of asset it is, such as {@code course}
 */
public record Locks(String type, String asset, List<LockRule> rules) {

    public Locks {
        rules = List.copyOf(rules);
    }

    public static Locks none(String type, String asset) {
        return new Locks(type, asset, List.of());
    }

    /** What each space above one of this level demands of one field, by its narrowest rule. */
    private Collection<LockRule> on(Level level, String block, String field, Instant at) {
        return rules.stream()
                .filter(rule ->
                        rule.level().compareTo(level) < 0 && !rule.since().isAfter(at))
                .filter(rule -> rule.isAbout(type, asset, block, field))
                .collect(Collectors.toMap(LockRule::space, rule -> rule, Locks::narrower))
                .values();
    }

    /** Whether a market must say a field in its own way before anything is shown; what it may not change, it need not. */
    public boolean mustLocalize(String block, String field, Instant at) {
        Collection<LockRule> those = on(Level.TENANT, block, field, at);
        return those.stream().anyMatch(rule -> rule.hold() == Hold.MUST_LOCALIZE)
                && those.stream().noneMatch(rule -> rule.hold() == Hold.LOCKED);
    }

    /** Whether somebody above says of a field that whoever is below may do with it what they like, and nobody says otherwise. */
    public boolean isOpen(Level level, String block, String field, Instant at) {
        Collection<LockRule> those = on(level, block, field, at);
        return !those.isEmpty() && those.stream().allMatch(rule -> rule.hold() == Hold.OPEN);
    }

    /** Whether nobody below may do this anew, whoever has agreed to it. The cells' databases ask the same (V0181). */
    public Optional<LockRule> locked(Level level, Change change, Instant at) {
        return on(level, change.block(), change.field(), at).stream()
                .filter(rule -> rule.hold() == Hold.LOCKED)
                .min(Comparator.comparing(LockRule::level));
    }

    /** Of two that are as narrow, the later one counts. */
    private static LockRule narrower(LockRule one, LockRule other) {
        return Comparator.comparing(LockRule::scope)
                                .thenComparing(LockRule::since)
                                .compare(one, other)
                        >= 0
                ? one
                : other;
    }

    /** What a lock makes of a change. */
    public enum Verdict {
        /** It stands. */
        FREE,
        /** It is against a lock that came later, and is applied until the grace ends. */
        IN_GRACE,
        /** It is kept, and not applied. */
        WITHHELD
    }

    /** What becomes of a change that is there, however it came there. */
    public Verdict verdict(Level level, Adaptation adaptation, Instant at) {
        return binding(level, adaptation, at)
                .map(rule -> at.isBefore(rule.graceUntil()) ? Verdict.IN_GRACE : Verdict.WITHHELD)
                .orElse(Verdict.FREE);
    }

    /** The rule that a change is against, if it is against one and nobody has allowed it since: the strictest one. */
    public Optional<LockRule> binding(Level level, Adaptation adaptation, Instant at) {
        return on(level, adaptation.change().block(), adaptation.change().field(), at).stream()
                .filter(rule -> rule.hold() == Hold.APPROVE || rule.hold() == Hold.LOCKED)
                .filter(rule -> adaptation
                        .approval()
                        .filter(approval -> !approval.at().isBefore(rule.since()))
                        .isEmpty())
                .max(Comparator.comparing(LockRule::hold).thenComparing(LockRule::level, Comparator.reverseOrder()));
    }
}
