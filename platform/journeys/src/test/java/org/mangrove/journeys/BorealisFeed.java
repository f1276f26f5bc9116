package org.mangrove.journeys;

import java.util.List;

/** The feed of one enterprise, of which two cells have a copy, on a stack whose nodes are apart. */
record BorealisFeed(NodesApart.Apart apart) {

    static final String ENTERPRISE = DemonstrationCourse.HYGIENE.enterprise();
    static final String COURSE = DemonstrationCourse.HYGIENE.slug();
    static final List<String> CELLS = List.of("eu", "jp");

    private static final String VERSIONS =
            "select v.number, v.digest from content_version_copy v join tenancy_enterprise e"
                    + " on e.enterprise_id = v.enterprise_id where e.slug = ? order by v.number";

    /** The line is honest again, and each cell has everything. */
    void mustBeSound() {
        apart.line().behave();
        awaitEverything();
    }

    void awaitEverything() {
        CELLS.forEach(cell -> apart.operator().awaitEverything(cell, ENTERPRISE));
    }

    void publish(String title) {
        apart.operator().publish(DemonstrationCourse.HYGIENE, title);
    }

    /** What people of a cell can be taught from. */
    List<String> versions(String cell) {
        return apart.rows(cell).lines(VERSIONS, ENTERPRISE);
    }

    /** Of which epochs what a cell has is. */
    List<String> epochs(String cell) {
        return apart.rows(cell)
                .lines(
                        "select distinct s.epoch from publication_subject s join tenancy_enterprise e"
                                + " on e.enterprise_id = s.enterprise_id where e.slug = ?",
                        ENTERPRISE);
    }

    /** As somebody reads it who learns there. */
    String catalogue() {
        try (var maria = new Visitor(apart.cells(), Learner.MARIA.language())) {
            maria.signOn(Learner.MARIA);
            return maria.go(Learner.MARIA.at("/catalogue")).text();
        }
    }
}
