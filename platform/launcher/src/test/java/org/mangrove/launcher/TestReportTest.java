package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportTest {

    @TempDir
    Path project;

    @Test
    void adds_up_the_reports_of_all_modules() throws IOException {
        report("core/target/surefire-reports/TEST-a.xml", "tests=\"5\" errors=\"1\" skipped=\"1\" failures=\"1\"");
        report("server/target/failsafe-reports/TEST-b.xml", "tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"0\"");

        assertThat(TestReport.below(project).line()).isEqualTo("5 passed, 2 failed, 1 skipped");
    }

    @Test
    void counts_a_report_that_broke_off_as_a_failure() throws IOException {
        Path file = project.resolve("core/target/surefire-reports/TEST-a.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<?xml version=");

        assertThat(TestReport.below(project).line()).isEqualTo("0 passed, 1 failed");
    }

    private void report(String name, String counts) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<testsuite name=\"a\" time=\"1\" " + counts + "><testcase/></testsuite>");
    }
}
