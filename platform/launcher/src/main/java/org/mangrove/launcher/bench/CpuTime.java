package org.mangrove.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processor time that a node has used since it started.
 *
 * @param compiling how much of it the JVM's compilers took, where the system tells
 */
record CpuTime(Duration all, Duration compiling) {

    /** Linux counts in hundredths of a second. */
    private static final int TICKS_A_SECOND = 100;

    private static final int USER_TIME = 11;

    static CpuTime of(ProcessHandle process) {
        return new CpuTime(
                process.info().totalCpuDuration().orElse(Duration.ZERO),
                Duration.ofMillis(1000L / TICKS_A_SECOND * ticksOfCompilers(process.pid())));
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(all.minus(before.all), compiling.minus(before.compiling));
    }

    private static long ticksOfCompilers(long pid) {
        Path threads = Path.of("/proc", Long.toString(pid), "task");
        if (!Files.isDirectory(threads)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(threads)) {
            return all.mapToLong(CpuTime::ticksIfCompiler).sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long ticksIfCompiler(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            if (!name.contains("CompilerThre")) {
                return 0;
            }
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).strip().split(" "));
            return Long.parseLong(fields.get(USER_TIME)) + Long.parseLong(fields.get(USER_TIME + 1));
        } catch (IOException endedMeanwhile) {
            return 0;
        }
    }
}
