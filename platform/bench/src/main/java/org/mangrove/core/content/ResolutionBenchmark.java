package org.mangrove.core.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.Overlay;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Working out what a reader in Berlin gets of a course of the demonstration, which two overlays change. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class ResolutionBenchmark {

    private static final Path COURSE = Path.of(
            System.getProperty("mangrove.project", "."),
            "platform/demonstration/src/main/resources/demonstration/acme/courses/information-security-essentials");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final CoursePackage course = CoursePackage.read(files());
    private final AssetVersion version = AssetVersion.of(course.facts(), 1, ChangeClass.MAJOR, NOW, course.blocks());
    private final List<Overlay> overlays = List.of(overlay("emea", Level.REGION), overlay("acme-de", Level.TENANT));
    private final List<Locale> chain = List.of(Locale.GERMAN, Locale.ENGLISH);
    private final String json = CanonicalJson.write(ContentJson.of(version));

    @Benchmark
    public EffectiveCourse effective_with_two_overlays() {
        return EffectiveCourse.of(version, overlays, chain, NOW);
    }

    @Benchmark
    public EffectiveCourse effective_without_overlays() {
        return EffectiveCourse.of(version, List.of(), chain, NOW);
    }

    /** What it would take beside that to read the course from its row each time. */
    @Benchmark
    public AssetVersion baseline_reading_the_course_from_its_row() {
        return ContentJson.toVersion(CanonicalJson.read(json));
    }

    private Overlay overlay(String space, Level level) {
        return Overlay.of(
                course.facts().key(), space, level, 1, course.overlays().getOrDefault(space, List.of()));
    }

    private static CourseFiles files() {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> all = Files.walk(COURSE)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(COURSE.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new CourseFiles(files);
    }
}
