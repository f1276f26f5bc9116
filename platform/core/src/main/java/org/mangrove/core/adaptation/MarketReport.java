package org.mangrove.core.adaptation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What headquarters hears of a market: how much, since when and until when, and none of its words.
 *
 * @param courses how many come to the market
 * @param standings of those that are not simply as they come from above
 */
public record MarketReport(int courses, List<CourseStanding> standings) {

    public MarketReport {
        standings = List.copyOf(standings);
    }

    static MarketReport of(List<CourseStanding> all) {
        return new MarketReport(
                all.size(),
                all.stream()
                        .filter(standing -> !standing.isAsAbove())
                        .map(CourseStanding::withoutWords)
                        .toList());
    }

    Optional<CourseStanding> find(String course) {
        return standings.stream()
                .filter(standing -> standing.course().equals(course))
                .findFirst();
    }

    /** Whoever tells of words tells too much. */
    boolean isWithoutWords() {
        return standings.stream().map(CourseStanding::title).allMatch(Map::isEmpty);
    }
}
