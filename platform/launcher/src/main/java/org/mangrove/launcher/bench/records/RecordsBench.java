package org.mangrove.launcher.bench.records;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.launcher.Json;
import org.mangrove.launcher.Trouble;

/** What the learning record store does, beside programs that only write and read the same rows in the same database. */
public final class RecordsBench {

    private RecordsBench() {}

    /**
     * @param statements how many there are in the store that is asked
     * @param little gives the store a heap of 512 MB
     * @param kept where the figures of the last run are, and those of this one will be
     * @return whether the goals are kept
     */
    public static boolean run(Store store, int statements, Runnable little, Path kept, PrintStream out) {
        var figures = new ArrayList<Figure>();
        try {
            figures.addAll(new IngestBench(store, out).measured());
            figures.addAll(new QueryBench(store, statements, out).measured());
            little.run();
            figures.addAll(new MemoryBench(store, statements, out).measured());
        } catch (SQLException failed) {
            throw new Trouble("The database cannot be measured: " + failed.getMessage(), failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        print(figures, before(kept), out);
        write(figures, kept);
        return figures.stream().allMatch(Figure::isKept);
    }

    private static void print(List<Figure> figures, Map<String, Double> before, PrintStream out) {
        out.printf("%n%-46s %12s %12s %8s %10s %12s%n", "", "store", "bare", "ratio", "goal", "before");
        figures.forEach(figure -> out.println(figure.line(Optional.ofNullable(before.get(figure.what())))));
        out.println();
    }

    private static Map<String, Double> before(Path kept) {
        var before = new HashMap<String, Double>();
        try {
            if (Files.exists(kept) && Json.readMap(Files.readString(kept)).get("figures") instanceof List<?> figures) {
                for (Object each : figures) {
                    if (each instanceof Map<?, ?> figure && figure.get("ours") instanceof Number ours) {
                        before.put(Json.text(figure, "what"), ours.doubleValue());
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return before;
    }

    private static void write(List<Figure> figures, Path kept) {
        try {
            Files.createDirectories(kept.getParent());
            var all = Map.of(
                    "at",
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    "figures",
                    figures.stream().map(Figure::json).toList());
            Files.writeString(kept, Json.write(all) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
