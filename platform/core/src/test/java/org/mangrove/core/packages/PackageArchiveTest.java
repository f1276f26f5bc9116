package org.mangrove.core.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.core.refusal.Refusal;

class PackageArchiveTest {

    private static final String MANIFEST = """
            <manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
              <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
              <organizations><organization><title>Fire safety</title>
                <item identifierref="r"><title>Part</title></item>%s</organization></organizations>
              <resources><resource identifier="r" adlcp:scormtype="sco" href="start.html?a=b"/>
                <resource identifier="s" adlcp:scormtype="sco" href="start.html"/>
                <resource identifier="t" adlcp:scormtype="asset" href="other.html"/></resources>
            </manifest>
            """;

    private static final String NEWER = """
            <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xml:base="content/">
              <metadata><schemaversion>2004 4th Edition</schemaversion></metadata>
              <organizations><organization><title>Brandschutz</title>
                <item identifierref="r"><title>Teil</title></item></organization></organizations>
              <resources><resource identifier="r" adlcp:scormType="sco" href="index.html"/></resources>
            </manifest>
            """;

    @TempDir
    Path folder;

    @Test
    void both_standards_are_taken_and_tell_where_they_begin() {
        assertThat(PackageArchive.look(zip(Map.of("imsmanifest.xml", MANIFEST.formatted(""), "start.html", "x"))))
                .isEqualTo(new PackageArchive.Found(Standard.SCORM_12, "Fire safety", "start.html?a=b"));
        assertThat(PackageArchive.look(zip(Map.of("imsmanifest.xml", NEWER, "content/index.html", "x"))))
                .isEqualTo(new PackageArchive.Found(Standard.SCORM_2004, "Brandschutz", "content/index.html"));
    }

    @Test
    void a_file_of_no_part_is_no_second_part_and_a_second_part_is_not_taken() {
        String asset = MANIFEST.formatted("<item identifierref=\"t\"><title>Book</title></item>");
        String several = MANIFEST.formatted("<item identifierref=\"s\"><title>Two</title></item>");

        assertThat(PackageArchive.look(zip(Map.of("imsmanifest.xml", asset, "start.html", "x")))
                        .title())
                .isEqualTo("Fire safety");
        assertThat(refused(zip(Map.of("imsmanifest.xml", several, "start.html", "x"))))
                .isEqualTo("packages.file.several-parts");
    }

    @Test
    void names_that_could_lead_elsewhere_are_not_taken() {
        for (String name :
                new String[] {"../evil.html", "/etc/passwd", "a/../../b", "a\\b", "c:evil", "~run", "a//b"}) {
            assertThat(refused(zip(Map.of("imsmanifest.xml", MANIFEST.formatted(""), "start.html", "x", name, "x"))))
                    .as(name)
                    .isEqualTo("packages.file.names");
        }
        assertThat(refused(
                        zip(Map.of("imsmanifest.xml", MANIFEST.formatted(""), "start.html", "x", "START.html", "y"))))
                .isEqualTo("packages.file.twice");
    }

    @Test
    void what_unpacks_to_more_than_it_may_is_not_taken() {
        assertThat(refused(zip(Map.of(
                        "imsmanifest.xml", MANIFEST.formatted(""), "start.html", "x", "bomb", "0".repeat(5_000_000)))))
                .isEqualTo("packages.file.unpacks-too-large");
    }

    @Test
    void folders_count_like_files() {
        var files = new LinkedHashMap<String, String>();
        files.put("imsmanifest.xml", MANIFEST.formatted(""));
        files.put("start.html", "x");
        for (int no = 2; no < 5_000; no++) {
            files.put("folder" + no + "/", "");
        }
        assertThat(refused(zip(files))).as("5,000 are taken").isEmpty();

        files.put("one-more/", "");
        assertThat(refused(zip(files))).isEqualTo("packages.file.too-many-files");
    }

    @Test
    void a_manifest_that_declares_anything_of_its_own_is_not_taken() {
        String declaring = "<!DOCTYPE manifest [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + MANIFEST.formatted("<title>&x;</title>");

        assertThat(refused(zip(Map.of("imsmanifest.xml", declaring, "start.html", "x"))))
                .isEqualTo("packages.file.broken-manifest");
    }

    @Test
    void what_is_no_package_is_told_so() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "no archive");

        assertThat(refused(text)).isEqualTo("packages.file.broken");
        assertThat(refused(zip(Map.of("index.html", "x")))).isEqualTo("packages.file.no-manifest");
        assertThat(refused(zip(Map.of("cmi5.xml", "<courseStructure/>")))).isEqualTo("packages.file.cmi5");
        assertThat(refused(zip(Map.of("imsmanifest.xml", MANIFEST.formatted("")))))
                .isEqualTo("packages.file.no-entry");
    }

    @Test
    void how_far_somebody_has_come_is_what_the_package_says_and_no_more_than_all() {
        assertThat(Reached.of(Standard.SCORM_12, Map.of("cmi.core.lesson_status", "incomplete"))
                        .isCompleted())
                .isFalse();
        Reached passed = Reached.of(
                Standard.SCORM_12,
                Map.of(
                        "cmi.core.lesson_status", "passed",
                        "cmi.core.score.raw", "30",
                        "cmi.core.score.max", "40"));
        assertThat(passed.isCompleted()).isTrue();
        assertThat(passed.success()).contains(true);
        assertThat(passed.percent()).hasValue(75);
        Reached newer = Reached.of(
                Standard.SCORM_2004,
                Map.of(
                        "cmi.completion_status", "completed",
                        "cmi.success_status", "failed",
                        "cmi.score.scaled", "7"));
        assertThat(newer.success()).contains(false);
        assertThat(newer.percent()).hasValue(100);
        assertThat(Reached.of(Standard.SCORM_2004, Map.of("cmi.score.scaled", "NaN"))
                        .percent())
                .isEmpty();
    }

    @Test
    void what_is_kept_is_measured() {
        assertThat(RunValues.parse("{\"cmi.core.lesson_status\":\"passed\"}").values())
                .containsEntry("cmi.core.lesson_status", "passed");
        for (String bad : new String[] {"", "[]", "{\"x\":\"y\"}", "{\"cmi.a\":null}", "{\"cmi.<\":\"\"}", "null"}) {
            assertThatExceptionOfType(Refusal.Invalid.class).as(bad).isThrownBy(() -> RunValues.parse(bad));
        }
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> RunValues.parse("{\"cmi.suspend_data\":\"" + "x".repeat(300_000) + "\"}"));
    }

    private static String refused(Path file) {
        try {
            PackageArchive.look(file);
            return "";
        } catch (Refusal.Invalid refused) {
            return refused.reason().key();
        }
    }

    private Path zip(Map<String, String> files) {
        try {
            Path file = Files.createTempFile(folder, "package", ".zip");
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (Map.Entry<String, String> each : new LinkedHashMap<>(files).entrySet()) {
                    zip.putNextEntry(new ZipEntry(each.getKey()));
                    zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            return file;
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }
}
