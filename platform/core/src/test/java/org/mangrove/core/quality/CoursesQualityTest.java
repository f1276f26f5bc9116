package org.mangrove.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Candidate;
import org.mangrove.core.content.CourseFiles;
import org.mangrove.core.content.CoursePackage;
import org.mangrove.core.lineage.ChangeClass;

/** The courses that come with the platform pass its own rubric, without a waiver. */
class CoursesQualityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    static Stream<Path> courses() {
        return Stream.of(
                        "../demonstration/src/main/resources/demonstration/acme/courses",
                        "../demonstration/src/main/resources/demonstration/borealis/courses",
                        "../../plugins/de-arbeitsschutz/src/main/resources/courses")
                .map(Path::of)
                .flatMap(shelf -> list(shelf).stream());
    }

    @ParameterizedTest
    @MethodSource("courses")
    void nothing_blocks_a_course_of_ours(Path folder) {
        Report report = Examination.of(new Subject(candidate(folder), List.of(), RubricFile.PLATFORM, TODAY));

        assertThat(report.blocking(Set.of())).isEmpty();
        assertThat(report.of(CriterionKind.READING_LEVEL).checked())
                .as("languages whose texts were measured")
                .isEqualTo(candidate(folder).version().facts().languages().size());
        assertThat(report.points()).isGreaterThanOrEqualTo(95);
    }

    private static Candidate candidate(Path folder) {
        var files = new TreeMap<String, byte[]>();
        try (var walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        CoursePackage course = CoursePackage.read(new CourseFiles(files));
        return Candidate.of(
                AssetVersion.of(course.facts(), 1, ChangeClass.MAJOR, Instant.EPOCH, course.blocks()), course);
    }

    private static List<Path> list(Path shelf) {
        try (var folders = Files.list(shelf)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
