package org.mangrove.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.mangrove.core.blobs.MediaType;

/** What holds of every course and every sequence of defects. */
class ReportPropertiesTest {

    /** What a course may have, right or wrong. */
    enum Thing {
        PICTURE,
        NAME_OF_PICTURE,
        LINK,
        HEADING,
        YEAR,
        LAW,
        FILE,
        EXPIRED_FILE,
        CLAIM,
        CLAIM_SOON,
        WEIGHT,
        REVIEW
    }

    record Piece(Thing thing, boolean isDefective) {

        Piece worse() {
            return new Piece(thing, true);
        }

        void addTo(JudgedCourse course, int at) {
            String id = "block-" + at;
            switch (thing) {
                case PICTURE -> course.picture(id, 10, isDefective ? Map.of() : Map.of("en", CORRIDOR));
                case NAME_OF_PICTURE ->
                    course.picture(id, 10, Map.of("en", isDefective ? "Picture of a corridor" : CORRIDOR));
                case LINK ->
                    course.text(id, "en", isDefective ? "[Here](https://a.b) it is" : "It is [the plan](https://a.b)");
                case HEADING -> course.text(id, "en", isDefective ? "### Deep" : "# High");
                case YEAR -> course.text(id, "en", isDefective ? "It was so in 2019." : "It is so in 2026.");
                case LAW -> {
                    course.text(id, "en", "Article 5 asks for it.");
                    if (!isDefective) {
                        course.claim(id, "body", JudgedCourse.TODAY.plusDays(200));
                    }
                }
                case FILE -> {
                    String file = course.file("media/" + at + ".png", MediaType.PNG, 10);
                    course.credit(file, isDefective ? "found-somewhere" : "own-work", Optional.empty());
                }
                case EXPIRED_FILE ->
                    course.credit(
                            course.file("media/" + at + ".png", MediaType.PNG, 10),
                            "contract",
                            Optional.of(JudgedCourse.TODAY.plusDays(isDefective ? -1 : 1)));
                case CLAIM -> course.claim("course", "title", JudgedCourse.TODAY.plusDays(isDefective ? 0 : 200));
                case CLAIM_SOON -> course.claim("course", "title", JudgedCourse.TODAY.plusDays(isDefective ? 0 : 10));
                case WEIGHT -> course.picture(id, isDefective ? 900_000 : 10, Map.of("en", CORRIDOR));
                case REVIEW -> {
                    if (isDefective) {
                        course.reviewDue(JudgedCourse.TODAY.minusDays(1));
                    }
                }
            }
        }
    }

    private static final String CORRIDOR = "A corridor with two exits.";

    @Property(tries = 1000)
    void a_defect_more_never_raises_the_points(@ForAll("pieces") List<Piece> pieces, @ForAll int which) {
        Assume.that(!pieces.isEmpty());
        int at = Math.floorMod(which, pieces.size());
        var worse = new ArrayList<>(pieces);
        worse.set(at, pieces.get(at).worse());

        Report before = built(pieces).report();
        Report after = built(worse).report();

        for (CriterionKind kind : CriterionKind.values()) {
            assertThat(after.of(kind).points())
                    .as("%s after %s", kind, worse.get(at))
                    .isLessThanOrEqualTo(before.of(kind).points());
        }
        assertThat(after.points()).isLessThanOrEqualTo(before.points());
        Statistics.label("points fell").collect(after.points() < before.points());
    }

    @Property(tries = 500)
    void points_lie_between_0_and_100_and_100_is_without_a_finding(@ForAll("pieces") List<Piece> pieces) {
        Report report = built(pieces).report();

        assertThat(report.points()).isBetween(0, 100);
        assertThat(report.points() == 100).isEqualTo(report.findings().isEmpty());
        assertThat(report.findings().isEmpty())
                .isEqualTo(
                        pieces.stream().noneMatch(piece -> piece.isDefective() || piece.thing() == Thing.CLAIM_SOON));
    }

    @Property(tries = 200)
    void what_is_written_down_and_read_again_is_the_same(@ForAll("pieces") List<Piece> pieces) {
        Report report = built(pieces).report();

        assertThat(ReportJson.read(ReportJson.write(report))).isEqualTo(report);
    }

    @Property(tries = 200)
    void nothing_blocks_when_all_that_blocks_is_waived(@ForAll("pieces") List<Piece> pieces) {
        assertThat(built(pieces).report().blocking(Set.of(CriterionKind.values())))
                .isEmpty();
    }

    @Provide
    Arbitrary<List<Piece>> pieces() {
        return Combinators.combine(Arbitraries.of(Thing.class), Arbitraries.of(true, false))
                .as(Piece::new)
                .list()
                .ofMaxSize(12);
    }

    private static JudgedCourse built(List<Piece> pieces) {
        var course = new JudgedCourse("en");
        for (int at = 0; at < pieces.size(); at++) {
            pieces.get(at).addTo(course, at);
        }
        return course;
    }
}
