package org.mangrove.core.adaptation.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mangrove.core.adaptation.CourseStanding;
import org.mangrove.core.adaptation.Markets;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.pages.Paged;

/**
 * The masters of an enterprise by its markets.
 *
 * @param lines all that are chosen, the one first that is furthest from its master
 * @param markets all there are
 * @param shared by course, the markets that share words of their own
 */
public record Matrix(
        List<Line> lines, List<Markets.Market> markets, Choice choice, Instant now, Map<String, Set<String>> shared) {

    private static final int ON_A_PAGE = 40;

    public Matrix {
        lines = List.copyOf(lines);
        markets = List.copyOf(markets);
        shared = Map.copyOf(shared);
    }

    Matrix withShared(Map<String, Set<String>> other) {
        return new Matrix(lines, markets, choice, now, other);
    }

    /** How many markets share words of their own of a course. */
    public int sharing(String course) {
        return shared.getOrDefault(course, Set.of()).size();
    }

    /** @param page counts from 1 */
    public record Choice(Concern concern, String market, int page) {}

    /**
     * A master.
     *
     * @param locks that its governors have set
     * @param drift of all markets that are shown, in points
     */
    public record Line(String course, Text title, long locks, int drift) {}

    static Matrix of(
            Map<String, Text> titles,
            List<Markets.Market> markets,
            Map<String, Long> locks,
            Choice choice,
            Instant now) {
        List<Markets.Market> shown = shown(markets, choice, now);
        Predicate<String> isChosen = course -> choice.concern() == Concern.EVERYTHING
                || shown.stream()
                        .flatMap(market -> market.find(course).stream())
                        .anyMatch(standing -> choice.concern().isOf(standing, now));
        List<Line> lines = titles.entrySet().stream()
                .filter(title -> isChosen.test(title.getKey()))
                .map(title -> new Line(
                        title.getKey(),
                        title.getValue(),
                        locks.getOrDefault(title.getKey(), 0L),
                        shown.stream()
                                .flatMap(market -> market.find(title.getKey()).stream())
                                .mapToInt(CourseStanding::drift)
                                .sum()))
                .sorted(Comparator.comparingInt((Line line) -> -line.drift()).thenComparing(Line::course))
                .toList();
        return new Matrix(lines, markets, choice, now, Map.of());
    }

    public Concern concern() {
        return choice.concern();
    }

    /** The markets that are chosen, the one first that is furthest from the masters. */
    public List<Markets.Market> shown() {
        return shown(markets, choice, now);
    }

    private static List<Markets.Market> shown(List<Markets.Market> markets, Choice choice, Instant now) {
        return markets.stream()
                .filter(market -> choice.market().isEmpty() || market.slug().equals(choice.market()))
                .filter(market -> choice.concern() == Concern.EVERYTHING
                        || market.report().standings().stream()
                                .anyMatch(standing -> choice.concern().isOf(standing, now)))
                .sorted(Comparator.comparingInt((Markets.Market market) -> -market.report().standings().stream()
                                .mapToInt(CourseStanding::drift)
                                .sum())
                        .thenComparing(Markets.Market::slug))
                .toList();
    }

    public Paged<Line> onPage() {
        return Paged.of(lines, choice.page(), ON_A_PAGE);
    }

    public boolean isExpiring(CourseStanding standing) {
        return Concern.isExpiring(standing, now);
    }

    /** How many courses of markets there are of a kind, in the market that is chosen or in all. */
    public long count(Concern concern) {
        return shown(markets, new Choice(Concern.EVERYTHING, choice.market(), 1), now).stream()
                .flatMap(market -> market.report().standings().stream())
                .filter(standing -> concern.isOf(standing, now))
                .count();
    }

    /** When the market was heard of that was heard of least lately. */
    public Optional<Instant> oldest() {
        return shown().stream().flatMap(market -> market.heardAt().stream()).min(Comparator.naturalOrder());
    }

    /** Names of those that have told nothing yet. */
    public List<String> silent(Locale language) {
        return shown().stream()
                .filter(market -> market.heardAt().isEmpty())
                .map(market -> market.name(language))
                .toList();
    }
}
