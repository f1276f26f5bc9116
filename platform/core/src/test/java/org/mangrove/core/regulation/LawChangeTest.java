package org.mangrove.core.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.regulation.LawNotice.Answer;
import org.mangrove.core.regulation.LawNotice.OfCourse;

class LawChangeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final LawChange CHANGE = new LawChange(
            new UUID(1, 1),
            "Instruction",
            "ArbSchG § 12",
            List.of("DE"),
            "Each year",
            "BGBl.",
            LocalDate.of(2027, 1, 1),
            30,
            new UUID(2, 2),
            NOW);

    @Test
    void touches_what_was_verified_for_the_place_and_its_parts() {
        assertThat(CHANGE.touches(claim("DE", "ArbSchG § 12 Abs. 1"))).isTrue();
        assertThat(CHANGE.touches(claim("DE-BE", "ArbSchG § 12"))).isTrue();
        assertThat(CHANGE.touches(claim(Claim.EVERYWHERE, "ArbSchG § 12"))).isTrue();
        assertThat(CHANGE.touches(claim("AT", "ArbSchG § 12"))).isFalse();
        assertThat(CHANGE.touches(claim("DE", "ArbSchG § 13"))).isFalse();
        assertThat(CHANGE.touches(claim("DEX", "ArbSchG § 12"))).isFalse();
    }

    @Test
    void nobody_learns_again_before_there_is_a_text_that_holds() {
        var unanswered = new OfCourse("fire", List.of("a/body"), 1, "d", Optional.empty());
        assertThat(unanswered.since(CHANGE)).isEmpty();

        var early = answered(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(early.since(CHANGE)).contains(CHANGE.since());
        assertThat(early.due(CHANGE)).contains(LocalDate.of(2027, 1, 31));

        var late = answered(Instant.parse("2027-02-01T08:00:00Z"));
        assertThat(late.since(CHANGE)).contains(Instant.parse("2027-02-01T08:00:00Z"));
        assertThat(late.due(CHANGE)).contains(LocalDate.of(2027, 3, 3));

        var notice = new LawNotice(CHANGE, false, List.of(unanswered, early, late), List.of());
        assertThat(notice.inEffect(NOW)).isEmpty();
        assertThat(notice.inEffect(CHANGE.since())).containsExactly(early);
    }

    private static OfCourse answered(Instant effective) {
        return new OfCourse("fire", List.of("a/body"), 1, "d", Optional.of(new Answer(2, "e", effective)));
    }

    private static Claim claim(String place, String reference) {
        return new Claim("fire", "a", "body", place, reference, new UUID(3, 3), NOW);
    }
}
