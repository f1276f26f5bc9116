package org.mangrove.core.expertise;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * One year of asking in one way.
 *
 * @param medianDays from handing a course in until the last claim in it is confirmed; who is not answered counts to the year's end
 * @param minutesAClaim that experts have given, for each claim that was confirmed
 * @param unanswered courses that were not confirmed by the end of the year
 */
record SimulatedYear(double medianDays, double minutesAClaim, int unanswered) {

    private static final int DAYS_TO_MEND = 3;

    /** @param wrong how many of a hundred answers are that a text is not so; the author mends it and asks again */
    static SimulatedYear of(ReviewYear year, Asking asking, int wrong, long seed) {
        return new Run(year, asking, wrong, seed).result();
    }

    private static final class Run {

        private final ReviewYear year;
        private final Asking asking;
        private final int wrong;
        private final long seed;
        private final List<Desk> desks;
        private final TreeMap<LocalDate, List<Wanted>> wanted = new TreeMap<>();
        private final ArrayDeque<Asking.Piece> waiting = new ArrayDeque<>();
        private final Map<Integer, Integer> open = new HashMap<>();
        private final Map<Integer, Long> days = new HashMap<>();
        private final Map<String, Integer> attempts = new HashMap<>();
        private int confirmed;

        private record Wanted(ReviewYear.Course course, List<AskedClaim> claims) {}

        Run(ReviewYear year, Asking asking, int wrong, long seed) {
            this.year = year;
            this.asking = asking;
            this.wrong = wrong;
            this.seed = seed;
            this.desks = year.experts().stream().map(Desk::new).toList();
            for (ReviewYear.Course course : year.courses()) {
                want(course.handedIn(), course, course.claims());
                open.put(course.number(), course.claims().size());
            }
        }

        SimulatedYear result() {
            LocalDate end = ReviewYear.FIRST_DAY.plusDays(ReviewYear.DAYS);
            for (LocalDate day = ReviewYear.FIRST_DAY; day.isBefore(end); day = day.plusDays(1)) {
                for (Wanted each : Objects.requireNonNullElse(wanted.remove(day), List.<Wanted>of())) {
                    waiting.addAll(asking.pieces(each.course(), each.claims()));
                }
                ask(day);
                for (Desk desk : desks) {
                    for (Asking.Piece done : desk.work(day)) {
                        answered(done, day);
                    }
                }
            }
            double[] all = year.courses().stream()
                    .mapToDouble(course ->
                            days.getOrDefault(course.number(), ChronoUnit.DAYS.between(course.handedIn(), end)))
                    .sorted()
                    .toArray();
            return new SimulatedYear(
                    Arrays.stream(all).skip((all.length - 1) / 2).findFirst().orElseThrow(),
                    desks.stream().mapToDouble(Desk::given).sum() / Math.max(1, confirmed),
                    all.length - days.size());
        }

        /** Who finds nobody with room comes again the next day, and nobody overtakes them in their own subject. */
        private void ask(LocalDate day) {
            var again = new ArrayList<Asking.Piece>();
            while (!waiting.isEmpty()) {
                Asking.Piece piece = waiting.remove();
                asking.whom(desks, piece, day).ifPresentOrElse(desk -> desk.take(piece, day), () -> again.add(piece));
            }
            waiting.addAll(again);
        }

        private void answered(Asking.Piece piece, LocalDate day) {
            var mended = new ArrayList<AskedClaim>();
            for (AskedClaim claim : piece.claims()) {
                if (isWrong(piece.course(), claim)) {
                    mended.add(claim);
                } else {
                    confirmed++;
                    open.merge(piece.course().number(), -1, Integer::sum);
                }
            }
            if (!mended.isEmpty()) {
                want(day.plusDays(DAYS_TO_MEND), piece.course(), mended);
            }
            if (Objects.requireNonNull(open.get(piece.course().number())) == 0) {
                days.put(
                        piece.course().number(),
                        ChronoUnit.DAYS.between(piece.course().handedIn(), day));
            }
        }

        /** The same in each way of asking: it hangs on the claim, and how often it was asked. */
        private boolean isWrong(ReviewYear.Course course, AskedClaim claim) {
            String which = course.number() + "/" + claim.block();
            int attempt = attempts.merge(which, 1, Integer::sum);
            return new Random(Objects.hash(seed, which, attempt)).nextInt(100) < wrong;
        }

        private void want(LocalDate day, ReviewYear.Course course, List<AskedClaim> claims) {
            wanted.computeIfAbsent(day, first -> new ArrayList<>()).add(new Wanted(course, claims));
        }
    }
}
