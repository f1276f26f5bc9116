package org.mangrove.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.lineage.Lines.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.LockRule.Hold;
import org.mangrove.core.lineage.LockRule.Scope;
import org.mangrove.core.lineage.Locks.Verdict;

class LocksTest {

    private static final Instant GRACE_ENDS = NOW.plus(Duration.ofDays(30));

    @Test
    void a_lock_that_comes_later_overwrites_nothing_and_lets_it_stand_for_a_while() {
        Locks locks = locks(rule("global", Level.GLOBAL, Scope.FIELD, "fire-safety/call/body", Hold.LOCKED));
        Adaptation there = set("call", "Call 112.");

        assertThat(locks.verdict(Level.TENANT, there, NOW.minusSeconds(1))).isEqualTo(Verdict.FREE);
        assertThat(locks.verdict(Level.TENANT, there, NOW)).isEqualTo(Verdict.IN_GRACE);
        assertThat(locks.verdict(Level.TENANT, there, GRACE_ENDS)).isEqualTo(Verdict.WITHHELD);
        assertThat(locks.verdict(Level.TENANT, set("calm", "Be calm."), GRACE_ENDS))
                .isEqualTo(Verdict.FREE);
    }

    @Test
    void who_decides_after_the_lock_sets_free_and_an_older_approval_does_not() {
        Locks locks = locks(rule("global", Level.GLOBAL, Scope.ASSET, "fire-safety", Hold.LOCKED));
        Adaptation before = set("call", "Call 112.").approvedBy(new Approval(SOMEBODY, NOW.minusSeconds(1)));
        Adaptation after = set("call", "Call 112.").approvedBy(new Approval(SOMEBODY, NOW.plusSeconds(1)));

        assertThat(locks.verdict(Level.TENANT, before, GRACE_ENDS)).isEqualTo(Verdict.WITHHELD);
        assertThat(locks.verdict(Level.TENANT, after, GRACE_ENDS)).isEqualTo(Verdict.FREE);
    }

    @Test
    void what_is_locked_is_locked_for_whoever_agrees_to_it_too() {
        Locks locks = locks(
                rule("global", Level.GLOBAL, Scope.BLOCK, "fire-safety/call", Hold.LOCKED),
                rule("emea", Level.REGION, Scope.FIELD, "fire-safety/call/body", Hold.OPEN),
                rule("emea", Level.REGION, Scope.BLOCK, "fire-safety/calm", Hold.APPROVE));
        Change call = set("call", "Call 112.").change();

        assertThat(locks.locked(Level.TENANT, call, NOW)).map(LockRule::space).contains("global");
        assertThat(locks.locked(Level.TENANT, call, NOW.minusSeconds(1))).isEmpty();
        assertThat(locks.locked(Level.TENANT, set("calm", "Be calm.").change(), NOW))
                .isEmpty();
    }

    @Test
    void what_is_said_is_the_same_whatever_it_was_written_against_and_why() {
        Adaptation said = set("call", "Call 112.");
        Change behind = new Change.InsertAfter("call", List.of("calm"), text("ours", "Ours"));

        assertThat(said.basedOn(Optional.empty()).saysTheSameAs(said)).isTrue();
        assertThat(plain(behind).saysTheSameAs(plain(new Change.InsertAfter("call", List.of(), text("ours", "Ours")))))
                .isTrue();
        assertThat(set("call", "call 112.").saysTheSameAs(said)).isFalse();
        assertThat(new Terms("It is so here", Optional.empty(), Optional.of(GRACE_ENDS))
                        .adaptation(said.change())
                        .saysTheSameAs(said))
                .as("what ends")
                .isFalse();
    }

    @Test
    void of_one_space_the_narrowest_rule_counts() {
        Locks locks = locks(
                rule("global", Level.GLOBAL, Scope.TYPE, "course", Hold.LOCKED),
                rule("global", Level.GLOBAL, Scope.BLOCK, "fire-safety/call", Hold.OPEN));

        assertThat(locks.verdict(Level.TENANT, set("call", "Call 112."), GRACE_ENDS))
                .isEqualTo(Verdict.FREE);
        assertThat(locks.verdict(Level.TENANT, set("calm", "Be calm."), GRACE_ENDS))
                .isEqualTo(Verdict.WITHHELD);
    }

    @Test
    void who_is_below_binds_more_and_never_loosens() {
        Locks locks = locks(
                rule("global", Level.GLOBAL, Scope.ASSET, "fire-safety", Hold.APPROVE),
                rule("emea", Level.REGION, Scope.FIELD, "fire-safety/call/body", Hold.OPEN),
                rule("emea", Level.REGION, Scope.FIELD, "fire-safety/calm/body", Hold.LOCKED));

        assertThat(locks.binding(Level.TENANT, set("call", "Call 112."), NOW))
                .map(LockRule::hold)
                .contains(Hold.APPROVE);
        assertThat(locks.binding(Level.TENANT, set("calm", "Be calm."), NOW))
                .map(LockRule::hold)
                .contains(Hold.LOCKED);
        assertThat(locks.binding(Level.REGION, set("calm", "Be calm."), NOW))
                .as("a region is not bound by itself")
                .map(LockRule::hold)
                .contains(Hold.APPROVE);
    }

    @Test
    void an_asset_shows_nothing_before_the_market_has_said_what_it_must() {
        Rules rules = rules(rule("global", Level.GLOBAL, Scope.FIELD, "fire-safety/call/body", Hold.MUST_LOCALIZE));

        Resolved silent = Resolution.of(master(), List.of(region(set("call", "Call 112."))), rules, NOW);
        Resolved said = Resolution.of(master(), List.of(tenant(set("call", "Rufen Sie 112."))), rules, NOW);

        assertThat(silent.isReleased()).isFalse();
        assertThat(silent.findings()).containsExactly(new Finding("", "call", "body", Finding.Kind.TO_LOCALIZE));
        assertThat(said.isReleased()).isTrue();
        assertThat(said.findings()).isEmpty();
    }

    @Test
    void what_is_withheld_is_told_and_the_text_above_is_shown() {
        Rules rules = rules(rule("global", Level.GLOBAL, Scope.ASSET, "fire-safety", Hold.LOCKED));
        Overlay germany = tenant(set("call", "Call 112."));

        Resolved inGrace = Resolution.of(master(), List.of(germany), rules, NOW);
        Resolved after = Resolution.of(master(), List.of(germany), rules, GRACE_ENDS);

        assertThat(say(inGrace, "call")).contains("Call 112.");
        assertThat(inGrace.findings()).containsExactly(new Finding("acme-de", "call", "body", Finding.Kind.IN_GRACE));
        assertThat(inGrace.validUntil()).contains(GRACE_ENDS);
        assertThat(say(after, "call")).contains("Call 999 and leave the building.");
        assertThat(after.findings()).containsExactly(new Finding("acme-de", "call", "body", Finding.Kind.WITHHELD));
    }

    private static Locks locks(LockRule... rules) {
        return new Locks("course", "fire-safety", List.of(rules));
    }

    private static Rules rules(LockRule... rules) {
        return new Rules(locks(rules), List.of(), List.of(), List.of("DE", "EU"));
    }

    private static LockRule rule(String space, Level level, Scope scope, String target, Hold hold) {
        return new LockRule(space, level, scope, target, hold, NOW, GRACE_ENDS, "Head of safety", "One voice");
    }
}
