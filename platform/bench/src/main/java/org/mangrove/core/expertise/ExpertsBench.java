package org.mangrove.core.expertise;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * {@code ./mangrove bench experts}: ten years with 120 courses and twelve experts each, asked in four ways by the same rules that the pages
 * have. It shows what follows from its assumptions, which are printed, and not what people do.
 */
public final class ExpertsBench {

    private static final long[] SEEDS = LongStream.rangeClosed(1, 10).toArray();
    private static final List<Integer> WRONG = List.of(0, 10, 30);

    private ExpertsBench() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("""
                A year of 120 courses of 20 to 50 blocks, a quarter of which have a text that an expert has to confirm; half of the courses
                are about two of six subjects. Twelve experts, two for each subject, give 120 to 300 minutes a month, evenly over its
                working days, and are away twice for two weeks. Two minutes for each claim, one for every 900 characters read. Ten seeds:
                the median, and from the least to the greatest.
                """);
        boolean isGood = true;
        for (int wrong : WRONG) {
            out.printf(Locale.ROOT, "Of a hundred texts %d have to be mended:%n", wrong);
            out.printf(
                    "  %-38s %22s %26s %16s%n",
                    "", "median days to the end", "minutes a confirmed claim", "not by the end");
            for (Asking asking : Asking.values()) {
                List<SimulatedYear> years = years(asking, wrong);
                out.printf(
                        "  %-38s %22s %26s %16s%n",
                        asking,
                        spread(years, SimulatedYear::medianDays),
                        spread(years, SimulatedYear::minutesAClaim),
                        spread(years, SimulatedYear::unanswered));
            }
            isGood &= isBetterEachTime(wrong);
        }
        out.println(isGood ? "Goal kept in each seed." : "Goal missed: in some seed the ledger is not better in both.");
        System.exit(isGood ? 0 : 1);
    }

    private static List<SimulatedYear> years(Asking asking, int wrong) {
        return Arrays.stream(SEEDS)
                .mapToObj(seed -> SimulatedYear.of(ReviewYear.of(seed), asking, wrong, seed))
                .toList();
    }

    /** Sooner, and for fewer minutes, than what people do by mail. */
    private static boolean isBetterEachTime(int wrong) {
        List<SimulatedYear> before = years(Asking.WHOLE_TO_THE_BEST_KNOWN, wrong);
        List<SimulatedYear> now = years(Asking.CLAIMS_WITHIN_BUDGETS, wrong);
        for (int i = 0; i < before.size(); i++) {
            if (now.get(i).medianDays() >= before.get(i).medianDays()
                    || now.get(i).minutesAClaim() >= before.get(i).minutesAClaim()) {
                return false;
            }
        }
        return true;
    }

    private static String spread(List<SimulatedYear> years, ToDoubleFunction<SimulatedYear> figure) {
        double[] all = years.stream().mapToDouble(figure).sorted().toArray();
        return String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", (all[4] + all[5]) / 2, all[0], all[all.length - 1]);
    }
}
