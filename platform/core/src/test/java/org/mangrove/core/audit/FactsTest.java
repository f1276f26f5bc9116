package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.audit.SampleAsset.DAY;
import static org.mangrove.core.audit.SampleAsset.inventory;
import static org.mangrove.core.audit.SampleAsset.named;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.audit.Evidence.DayPassed;
import org.mangrove.core.audit.Evidence.HasLeft;
import org.mangrove.core.audit.Evidence.Place;
import org.mangrove.core.audit.Evidence.SaysNothing;
import org.mangrove.core.audit.Evidence.Term;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;

/** What is found by what is known of an asset, and what is not found because it is not known. */
class FactsTest {

    @Test
    void is_stale_on_the_day_of_its_review_and_not_the_day_before() throws InterruptedException {
        assertThat(stale(named("a").reviewedOn(Fact.of(DAY))).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.subjects()).containsExactly("a");
                    assertThat(finding.evidence()).containsExactly(new DayPassed(Term.REVIEW, "a", DAY));
                    assertThat(finding.action()).isEqualTo(ProposedAction.REVIEW);
                });
        assertThat(stale(named("a").reviewedOn(Fact.of(DAY.plusDays(1)))).findings())
                .isEmpty();
    }

    @Test
    void without_a_day_for_a_review_is_stale_after_two_years() throws InterruptedException {
        assertThat(stale(named("a")
                                .reviewedOn(Fact.none())
                                .publishedOn(DAY.minusYears(2).minusDays(1)))
                        .findings())
                .hasSize(1);
        assertThat(stale(named("a").reviewedOn(Fact.none()).publishedOn(DAY.minusYears(2)))
                        .findings())
                .isEmpty();
    }

    @Test
    void relies_on_a_law_to_the_end_of_its_last_day_and_longer_if_it_was_verified_again() throws InterruptedException {
        LocalDate yesterday = DAY.minusDays(1);
        assertThat(stale(named("a").reliesOn("ArbSchG § 12", yesterday)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .containsExactly(new DayPassed(Term.LAW, "ArbSchG § 12", yesterday)));
        assertThat(stale(named("a").reliesOn("ArbSchG § 12", DAY)).findings()).isEmpty();
        assertThat(stale(named("a").reliesOn("ArbSchG § 12", yesterday).reliesOn("ArbSchG § 12", DAY.plusYears(1)))
                        .findings())
                .isEmpty();
    }

    @Test
    void is_unused_if_it_is_not_new_was_not_used_for_thirteen_months_and_nobody_has_it_before_them()
            throws InterruptedException {
        LocalDate old = DAY.minusMonths(7);
        assertThat(unused(old, Optional.empty(), 0)).isTrue();
        assertThat(unused(old, Optional.of(DAY.minusMonths(13).minusDays(1)), 0))
                .isTrue();
        assertThat(unused(old, Optional.of(DAY.minusMonths(13)), 0)).isFalse();
        assertThat(unused(old, Optional.empty(), 1)).isFalse();
        assertThat(unused(DAY.minusMonths(6).plusDays(1), Optional.empty(), 0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "TBD", "n/a", "— none —", "未定", "ＴＢＤ", "لا يوجد", "nobody"})
    void who_is_named_for_the_sake_of_naming_somebody_is_nobody(String who) throws InterruptedException {
        assertThat(ownerless(named("a").ownedBy(Fact.of(who))).findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.evidence()).containsExactly(new SaysNothing(Place.OWNER, who)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tbd-studios", "k.mueller2", "na-region-learning", "unknown-territories"})
    void who_is_named_like_nobody_is_somebody(String who) throws InterruptedException {
        assertThat(ownerless(named("a").ownedBy(Fact.of(who)).keptBy(Fact.of(who)))
                        .findings())
                .isEmpty();
    }

    @Test
    void whoever_has_left_does_not_answer_for_anything() throws InterruptedException {
        assertThat(ownerless(named("a").keptBy(Fact.of("k.mueller"))).findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.evidence()).containsExactly(new HasLeft(Place.STEWARD, "k.mueller")));
        assertThat(ownerless(named("a").ownedBy(Fact.none()).keptBy(Fact.none()))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "To do", "LIFT TRUCKS", "trucks: lift", "lift-trucks"})
    void an_objective_that_says_no_more_than_the_name_is_none(String objective) throws InterruptedException {
        assertThat(aimless(named("lift-trucks").aimsAt(Fact.of(objective))).findings())
                .hasSize(1);
    }

    @Test
    void its_key_is_its_name_too() throws InterruptedException {
        assertThat(aimless(named("rt-05").aimsAt(Fact.of("RT 05"))).findings()).hasSize(1);
        assertThat(aimless(named("rt-05").aimsAt(Fact.of("rt-06"))).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drive lift trucks", "stop-check-report", "見分ける"})
    void a_short_objective_is_one(String objective) throws InterruptedException {
        assertThat(aimless(named("lift-trucks").aimsAt(Fact.of(objective))).findings())
                .isEmpty();
    }

    @Test
    void a_licence_holds_to_the_end_of_its_last_day_and_one_that_holds_is_enough() throws InterruptedException {
        var ended = new Licence("Pictures 2025", DAY.minusDays(1));
        assertThat(licences(named("a").licensed(Fact.of(List.of(ended)))).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .containsExactly(new DayPassed(Term.LICENCE, "Pictures 2025", DAY.minusDays(1))));
        assertThat(licences(named("a").licensed(Fact.of(List.of(new Licence("Today", DAY)))))
                        .findings())
                .isEmpty();
        assertThat(licences(named("a").licensed(Fact.of(List.of(ended, new Licence("Again", DAY.plusYears(1))))))
                        .findings())
                .isEmpty();
    }

    @Test
    void the_licence_of_a_picture_counts_as_much_as_that_of_the_words() throws InterruptedException {
        var picture = new AuditedMedia(
                "b1",
                Digest.of(new byte[] {1}),
                MediaType.PNG,
                Fact.of(List.of(new Licence("Stock", DAY.minusDays(1)))));

        assertThat(licences(named("a").shows(picture)).findings()).hasSize(1);
    }

    @Test
    void what_is_not_known_is_said_and_is_not_found() throws InterruptedException {
        SampleAsset asset = named("a")
                .ownedBy(Fact.unknown())
                .aimsAt(Fact.unknown())
                .reviewedOn(Fact.unknown())
                .licensed(Fact.unknown())
                .used(Fact.unknown());
        for (Detection detection :
                List.of(stale(asset), ownerless(asset), aimless(asset), licences(asset), look(new Unused(), asset))) {
            assertThat(detection.findings()).isEmpty();
            assertThat(detection.notKnown()).containsExactly("a");
        }
    }

    @Test
    void nothing_is_wrong_with_what_is_in_order() throws InterruptedException {
        for (Detector detector :
                List.of(new Stale(), new Unused(), new Ownerless(), new WithoutObjective(), new ExpiredLicences())) {
            Detection detection = look(detector, named("a"));
            assertThat(detection.findings()).isEmpty();
            assertThat(detection.notKnown()).isEmpty();
            assertThat(detection.kind()).isEqualTo(detector.kind());
        }
    }

    private static Detection look(Detector detector, SampleAsset asset) throws InterruptedException {
        return detector.look(inventory(asset.asset()));
    }

    private static Detection stale(SampleAsset asset) throws InterruptedException {
        return look(new Stale(), asset);
    }

    private static Detection ownerless(SampleAsset asset) throws InterruptedException {
        return look(new Ownerless(), asset);
    }

    private static Detection aimless(SampleAsset asset) throws InterruptedException {
        return look(new WithoutObjective(), asset);
    }

    private static Detection licences(SampleAsset asset) throws InterruptedException {
        return look(new ExpiredLicences(), asset);
    }

    private static boolean unused(LocalDate published, Optional<LocalDate> last, long waiting)
            throws InterruptedException {
        return !look(new Unused(), named("a").publishedOn(published).used(Fact.of(new Usage(last, waiting))))
                .findings()
                .isEmpty();
    }
}
