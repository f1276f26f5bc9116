package org.mangrove.launcher.bench.lineage;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.mangrove.launcher.Zip;

/** A course of some blocks, as a package. */
record BenchCourse(String key, int blocks) {

    /**
     * @param change of which class
     * @param word that stands in the block "b1" and nowhere else
     */
    byte[] with(String change, String word) {
        var files = new LinkedHashMap<String, byte[]>();
        var course = new StringBuilder("""
                course: %s
                category: safety
                minutes: 10
                objective: know-what-to-do
                owner: bench
                steward: bench
                review-due: 2027-09-30
                passing: 0
                change: %s
                languages: [en]
                sections:
                  - id: all
                    blocks:
                """.formatted(key, change));
        var words = new StringBuilder("""
                title: Course %s
                summary: What everybody should know.
                sections:
                  all: {title: "All of it"}
                blocks:
                """.formatted(key));
        for (int block = 1; block <= blocks; block++) {
            course.append("      - id: b%d%n        kind: text%n".formatted(block));
            words.append("  b%d:%n    heading: Part %d%n    body: Leave by the nearest exit, %s do not use the lift.%n"
                    .formatted(block, block, block == 1 ? word : "and"));
        }
        files.put("course.yaml", course.toString().getBytes(StandardCharsets.UTF_8));
        files.put("words/en.yaml", words.toString().getBytes(StandardCharsets.UTF_8));
        return Zip.of(files);
    }
}
