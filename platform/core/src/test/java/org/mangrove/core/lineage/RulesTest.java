package org.mangrove.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.lineage.Lines.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final Instant END = NOW.plus(Duration.ofDays(10));

    @Test
    void a_block_whose_claim_has_run_out_is_left_out_where_it_is_about_and_nowhere_else() {
        List<Claim> claims = List.of(claim("call", "DE", END), claim("call", "SA", END.plus(Duration.ofDays(10))));

        assertThat(shown(claims, END.minusMillis(1), "DE", "EU")).contains("call");
        assertThat(shown(claims, END, "DE", "EU")).containsExactly("calm", "meet");
        assertThat(shown(claims, END, "SA")).contains("call");
    }

    @Test
    void a_block_that_was_verified_for_other_laws_only_is_left_out() {
        List<Claim> claims = List.of(claim("call", "EU", END));

        assertThat(shown(claims, NOW, "DE-BE", "DE", "EU")).contains("call");
        assertThat(shown(claims, NOW, "JP")).doesNotContain("call");
        assertThat(shown(List.of(claim("call", Claim.EVERYWHERE, END)), NOW, "JP"))
                .contains("call");
    }

    @Test
    void every_claim_about_this_market_has_to_hold() {
        List<Claim> claims = List.of(claim("call", "EU", END.plusSeconds(1)), claim("call", "DE", END));

        assertThat(shown(claims, END, "DE", "EU")).doesNotContain("call");
        assertThat(shown(claims, END, "AT", "EU")).contains("call");
    }

    @Test
    void the_law_ends_what_is_said_on_its_day_where_it_is_about_and_only_if_it_is_said() {
        var here = new Withdrawal(
                "call", "body", LineageJson.digestOf(words("Call 999 and leave the building.")), END, List.of("DE"));
        var other = new Withdrawal("calm", "body", LineageJson.digestOf(words("Be calm.")), NOW, List.of());

        assertThat(withdrawing("DE", here, other).withdrawnFrom(master(), NOW)).contains(END);
        assertThat(withdrawing("JP", here, other).withdrawnFrom(master(), NOW)).isEmpty();
        assertThat(withdrawing("DE", here).withdrawnFrom(master(), END))
                .as("said anew since")
                .isEmpty();
        assertThat(withdrawing("DE", here).withdrawnFrom(masterSaying("call", "Call 112."), NOW))
                .isEmpty();
    }

    @Test
    void what_a_later_version_says_again_may_be_built_upon_again() {
        var withdrawn = new Withdrawal(
                "call", "body", LineageJson.digestOf(words("Call 999 and leave the building.")), END, List.of());
        Overlay germany = tenant(set("call", "Call 112 and leave the building."));
        Rules rules = withdrawing("DE", withdrawn);

        Resolved again = Resolution.of(master(), List.of(germany), rules.allowing(master(), END), END);
        Resolved before = Resolution.of(master(), List.of(germany), rules.allowing(master(), NOW), END);

        assertThat(say(again, "call")).contains("Call 112 and leave the building.");
        assertThat(again.findings()).isEmpty();
        assertThat(before.findings()).containsExactly(new Finding("acme-de", "call", "body", Finding.Kind.OUTLAWED));
        assertThat(rules.allowing(masterSaying("call", "Call 112."), END)).isEqualTo(rules);
    }

    private static Rules withdrawing(String jurisdiction, Withdrawal... some) {
        return new Rules(Locks.none("course", "fire-safety"), List.of(), List.of(some), List.of(jurisdiction));
    }

    @Test
    void nothing_is_shown_without_its_head() {
        Resolved resolved = resolved(List.of(claim(Block.COURSE_ID, "DE", NOW)), List.of(), NOW, "DE");

        assertThat(resolved.isReleased()).isFalse();
        assertThat(resolved.findings()).containsExactly(new Finding("", Block.COURSE_ID, "", Finding.Kind.UNVERIFIED));
    }

    @Test
    void the_answer_holds_until_the_next_claim_of_this_market_runs_out() {
        List<Claim> claims = List.of(claim("call", "DE", END), claim("meet", "SA", NOW.plusSeconds(1)));

        assertThat(resolved(claims, List.of(), NOW, "DE").validUntil()).contains(END);
        assertThat(resolved(claims, List.of(), END, "DE").validUntil()).isEmpty();
    }

    @Test
    void what_was_written_against_an_outlawed_text_is_kept_and_not_served_from_the_day_on() {
        Overlay germany = tenant(set("call", "Call 112 if you must."));
        List<Block> newLaw = masterSaying("call", "Call 112 at once.");
        var withdrawn = List.of(new Withdrawal(
                "call", "body", LineageJson.digestOf(words("Call 999 and leave the building.")), END, List.of("EU")));
        Rules europe = rules(List.of(), withdrawn, "DE", "EU");

        Resolved before = Resolution.of(newLaw, List.of(germany), europe, END.minusMillis(1));
        Resolved after = Resolution.of(newLaw, List.of(germany), europe, END);
        Resolved elsewhere = Resolution.of(newLaw, List.of(germany), rules(List.of(), withdrawn, "SA"), END);

        assertThat(say(before, "call")).contains("Call 112 if you must.");
        assertThat(before.validUntil()).contains(END);
        assertThat(say(after, "call")).contains("Call 112 at once.");
        assertThat(after.findings()).containsExactly(new Finding("acme-de", "call", "body", Finding.Kind.OUTLAWED));
        assertThat(say(elsewhere, "call")).contains("Call 112 if you must.");
    }

    private static List<String> shown(List<Claim> claims, Instant at, String... jurisdictions) {
        return Lines.shown(resolved(claims, List.of(), at, jurisdictions));
    }

    private static Resolved resolved(
            List<Claim> claims, List<Withdrawal> withdrawals, Instant at, String... jurisdictions) {
        return Resolution.of(master(), List.of(), rules(claims, withdrawals, jurisdictions), at);
    }

    private static Rules rules(List<Claim> claims, List<Withdrawal> withdrawals, String... jurisdictions) {
        return new Rules(Locks.none("course", "fire-safety"), claims, withdrawals, List.of(jurisdictions));
    }

    private static Claim claim(String block, String jurisdiction, Instant until) {
        return new Claim("fire-safety", block, "body", jurisdiction, "ASR A2.2", SOMEBODY, until);
    }
}
