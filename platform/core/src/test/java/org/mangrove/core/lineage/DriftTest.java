package org.mangrove.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {

    @Test
    void who_has_everything_and_owes_nothing_has_no_points() {
        assertThat(new Drift(List.of(), 0, 0, 0).points()).isZero();
    }

    @Test
    void what_must_be_looked_at_first_has_the_most_points() {
        int law = new Drift(List.of(ChangeClass.REGULATORY), 0, 0, 0).points();
        int expired = new Drift(List.of(), 0, 0, 1).points();
        int major = new Drift(List.of(ChangeClass.MAJOR), 0, 0, 0).points();
        int conflict = new Drift(List.of(), 1, 0, 0).points();
        int minor = new Drift(List.of(ChangeClass.MINOR), 0, 0, 0).points();
        int cosmetic = new Drift(List.of(ChangeClass.COSMETIC), 0, 0, 0).points();

        assertThat(List.of(law, expired, major, conflict, minor, cosmetic))
                .isSortedAccordingTo((one, other) -> other - one);
    }

    @Test
    void every_version_behind_counts() {
        var behind = new Drift(List.of(ChangeClass.MINOR, ChangeClass.MAJOR, ChangeClass.MINOR), 2, 4, 1);

        assertThat(behind.points()).isEqualTo(2 + 5 + 2 + 2 * 3 + 4 + 8);
    }
}
