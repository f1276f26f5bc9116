package org.mangrove.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Adds up what Surefire and Failsafe wrote. A file that runs from its source and needs nothing but the JDK, so that it can
 * tell of a build that broke early, too.
 */
final class TestReport {

    private static final Pattern SUITE = Pattern.compile("<testsuite\\b[^>]*>");
    private static final Pattern COUNT = Pattern.compile("\\b(tests|errors|skipped|failures)=\"(\\d+)\"");

    private final int tests;
    private final int failed;
    private final int skipped;

    private TestReport(int tests, int failed, int skipped) {
        this.tests = tests;
        this.failed = failed;
        this.skipped = skipped;
    }

    /** Arguments: the project's folder; the exit code of Maven; whether the tests in a browser were run (yes or no). */
    public static void main(String[] arguments) throws IOException {
        TestReport report = below(Path.of(arguments[0]));
        int exit = Integer.parseInt(arguments[1]);
        System.out.println(report.line());
        boolean ran = report.tests > report.skipped;
        System.exit(exit == 0 && report.failed == 0 && ran ? 0 : 1);
    }

    static TestReport below(Path project) throws IOException {
        List<Path> reports;
        try (Stream<Path> files = Files.walk(project, 8)) {
            reports = files.filter(TestReport::isReport).toList();
        }
        int tests = 0;
        int failed = 0;
        int skipped = 0;
        for (Path report : reports) {
            Matcher suite = SUITE.matcher(Files.readString(report));
            if (!suite.find()) {
                failed++;
                continue;
            }
            Matcher count = COUNT.matcher(suite.group());
            while (count.find()) {
                int number = Integer.parseInt(count.group(2));
                switch (count.group(1)) {
                    case "tests" -> tests += number;
                    case "skipped" -> skipped += number;
                    default -> failed += number;
                }
            }
        }
        return new TestReport(tests, failed, skipped);
    }

    String line() {
        String counted = "%d passed, %d failed".formatted(Math.max(0, tests - failed - skipped), failed);
        return skipped == 0 ? counted : counted + ", %d skipped".formatted(skipped);
    }

    private static boolean isReport(Path file) {
        Path folder = file.getParent();
        String name = file.getFileName().toString();
        return folder != null
                && name.startsWith("TEST-")
                && name.endsWith(".xml")
                && (folder.endsWith("surefire-reports") || folder.endsWith("failsafe-reports"));
    }
}
