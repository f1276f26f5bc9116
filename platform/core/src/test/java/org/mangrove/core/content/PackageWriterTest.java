package org.mangrove.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;

class PackageWriterTest {

    private static final CourseFacts FACTS = new CourseFacts(
                    "a-course",
                    "safety",
                    5,
                    "An objective: with a colon",
                    "- owner",
                    "steward # one",
                    LocalDate.parse("2027-01-31"),
                    80,
                    Optional.of(12),
                    List.of(Locale.ENGLISH))
            .crediting(Optional.of(
                    new TextCredit("CC-BY-4.0", "Nurses' press: 2nd", Optional.of(LocalDate.parse("2027-03-31")))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/courses/information-security-essentials",
                "acme/courses/giving-feedback-at-work",
                "borealis/courses/hand-hygiene-basics"
            })
    void what_is_written_and_read_again_is_the_same_course(String folder) {
        CoursePackage course = CoursePackage.read(folder(
                Path.of("../demonstration/src/main/resources/demonstration").resolve(folder)));

        CoursePackage again = throughAZip(course);

        assertThat(again.facts()).isEqualTo(course.facts());
        assertThat(again.blocks()).isEqualTo(course.blocks());
        assertThat(digestOf(again)).isEqualTo(digestOf(course));
        assertThat(again.media().keySet()).isSubsetOf(course.media().keySet());
        again.media()
                .forEach((digest, file) ->
                        assertThat(Digest.of(file.bytes())).as(file.path()).isEqualTo(digest));
    }

    @Property(tries = 300)
    void every_text_comes_back_as_it_was(@ForAll("texts") String body, @ForAll("texts") String title) {
        SortedMap<String, Field> said = new TreeMap<>(Map.of("title", words(title), "summary", words(body)));
        var course = new CoursePackage(
                FACTS,
                ChangeClass.MINOR,
                Optional.empty(),
                List.of(
                        new Block(Block.COURSE_ID, BlockKind.COURSE, said),
                        new Block("section.one", BlockKind.SECTION, new TreeMap<>(Map.of("title", words(title)))),
                        new Block("text", BlockKind.TEXT, new TreeMap<>(Map.of("body", words(body))))),
                new TreeMap<>(),
                new TreeMap<>());

        CoursePackage again = throughAZip(course);

        assertThat(again.blocks()).isEqualTo(course.blocks());
        assertThat(again.facts()).isEqualTo(course.facts());
        assertThat(again.change()).isEqualTo(ChangeClass.MINOR);
    }

    /** As they are once they have been read: with nothing but words at their ends. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "yes",
                        "~",
                        "1e3",
                        ": ",
                        "# ",
                        "- ",
                        "\n",
                        "\n\n",
                        "  ",
                        "'",
                        "\"",
                        "{",
                        "[",
                        "&a",
                        "*b",
                        "!",
                        "%",
                        "@",
                        "`",
                        "|",
                        ">",
                        "\\n",
                        "\t",
                        "ب",
                        "重要",
                        "😀",
                        "é",
                        "\u00a0",
                        "\u2028",
                        "---",
                        "null",
                        "2027-01-31")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts).strip())
                .filter(text -> !text.isEmpty());
    }

    private static CoursePackage throughAZip(CoursePackage course) {
        var bytes = new HashMap<Digest, byte[]>();
        course.media().forEach((digest, file) -> bytes.put(digest, file.bytes()));
        var writer =
                new PackageWriter(course.facts(), course.change(), course.blocks(), digest -> typeOf(course, digest));
        return CoursePackage.read(CourseFiles.fromZip(new ByteArrayInputStream(writer.zip(bytes))));
    }

    private static MediaType typeOf(CoursePackage course, Digest digest) {
        return course.media().get(digest).type();
    }

    private static Digest digestOf(CoursePackage course) {
        return AssetVersion.of(course.facts(), 1, ChangeClass.MAJOR, Instant.EPOCH, course.blocks())
                .digest();
    }

    private static Field words(String text) {
        return Field.words(Map.of("en", text));
    }

    private static CourseFiles folder(Path root) {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return new CourseFiles(files);
    }
}
