package org.mangrove.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.LockRule.Hold;
import org.mangrove.core.lineage.LockRule.Scope;
import org.mangrove.core.lineage.ShownPlaces.Shown;

/** What is demanded of words is demanded wherever they are shown. */
class ShownRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Shown SHOWN = new Shown("text-1", "ladders", "rungs");

    @Test
    void a_lock_on_what_is_shown_binds_the_block_that_shows_it_and_no_other() {
        assertThat(targets(lock(Scope.BLOCK, "ladders/rungs", Hold.LOCKED))).containsExactly("scaffolds/text-1");
        assertThat(targets(lock(Scope.FIELD, "ladders/rungs/body", Hold.APPROVE)))
                .containsExactly("scaffolds/text-1/body");
        assertThat(targets(lock(Scope.ASSET, "ladders", Hold.LOCKED))).containsExactly("scaffolds/text-1");
        assertThat(ShownRules.locks("scaffolds", SHOWN, List.of(lock(Scope.ASSET, "ladders", Hold.LOCKED))))
                .extracting(LockRule::scope)
                .containsExactly(Scope.BLOCK);
        assertThat(targets(lock(Scope.BLOCK, "ladders/rungs-2", Hold.LOCKED))).isEmpty();
        assertThat(targets(lock(Scope.FIELD, "ladders/rungs-2/body", Hold.LOCKED)))
                .isEmpty();
        assertThat(targets(lock(Scope.TYPE, "course", Hold.LOCKED)))
                .as("binds every course anyway")
                .isEmpty();
    }

    @Test
    void a_market_says_what_it_must_where_it_is_said_and_not_once_more() {
        assertThat(targets(lock(Scope.BLOCK, "ladders/rungs", Hold.MUST_LOCALIZE)))
                .isEmpty();
    }

    @Test
    void what_was_verified_runs_out_everywhere_at_once() {
        var claim = new Claim("ladders", "rungs", "body", "DE", "BetrSichV § 6", new UUID(0, 1), NOW);
        var other = new Claim("ladders", "rails", "body", "DE", "BetrSichV § 6", new UUID(0, 1), NOW);

        assertThat(ShownRules.claims("scaffolds", SHOWN, List.of(claim, other)))
                .containsExactly(new Claim("scaffolds", "text-1", "body", "DE", "BetrSichV § 6", new UUID(0, 1), NOW));
    }

    private static List<String> targets(LockRule rule) {
        return ShownRules.locks("scaffolds", SHOWN, List.of(rule)).stream()
                .map(LockRule::target)
                .toList();
    }

    private static LockRule lock(Scope scope, String target, Hold hold) {
        return new LockRule("global", Level.GLOBAL, scope, target, hold, NOW, NOW, "Safety", "One voice");
    }
}
