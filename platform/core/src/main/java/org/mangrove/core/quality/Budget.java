package org.mangrove.core.quality;

import static org.mangrove.core.quality.CriterionKind.BYTE_BUDGET;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.mangrove.core.content.ShownFile;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;

/** What has to come over a slow line, section by section and language by language. */
final class Budget {

    private static final int KILO = 1_000;
    private static final int BITS = 8;

    /** The bytes before the first sight of a section, and the files of it, those that are asked for later among them. */
    private static final class Weight {
        long words;
        final TreeSet<String> atOnce = new TreeSet<>();
        final TreeSet<String> all = new TreeSet<>();
    }

    private Budget() {}

    static void look(Subject subject, Tally tally) {
        for (String language : subject.languages()) {
            look(subject, tally, language);
        }
    }

    private static void look(Subject subject, Tally tally, String language) {
        Criterion criterion = subject.criterion(BYTE_BUDGET);
        long page = (long) criterion.parameter("page-kilobytes") * KILO;
        var whole = new TreeSet<String>();
        long words = 0;
        for (var section : weights(subject, language).entrySet()) {
            Weight weight = section.getValue();
            long bytes = page + weight.words + bytes(subject, weight.atOnce);
            against(
                    tally.look(BYTE_BUDGET, Place.of(section.getKey(), "", language)),
                    Shortcoming.SECTION_TOO_HEAVY,
                    bytes,
                    criterion.parameter("section-kilobytes"),
                    criterion.parameter("line-kilobits"));
            words += weight.words;
            whole.addAll(weight.all);
        }
        against(
                tally.look(BYTE_BUDGET, Place.of("", "", language)),
                Shortcoming.COURSE_TOO_HEAVY,
                page + words + bytes(subject, whole),
                criterion.parameter("course-kilobytes"),
                criterion.parameter("line-kilobits"));
    }

    private static void against(Tally.Look look, Shortcoming what, long bytes, int most, int kilobits) {
        if (bytes > (long) most * KILO) {
            look.against(
                    what,
                    Map.of(
                            "kilobytes",
                            (int) Math.ceilDiv(bytes, KILO),
                            "most",
                            most,
                            "seconds",
                            (int) Math.ceilDiv(bytes * BITS, (long) kilobits * KILO),
                            "line",
                            kilobits));
        }
    }

    private static Map<String, Weight> weights(Subject subject, String language) {
        Map<String, Weight> sections = new LinkedHashMap<>();
        String section = "";
        for (Block block : subject.version().blocks()) {
            if (block.kind() == BlockKind.SECTION) {
                section = block.id();
            }
            if (block.kind() != BlockKind.COURSE) {
                Weight weight = sections.computeIfAbsent(section, any -> new Weight());
                block.fields().forEach((path, field) -> weigh(subject, weight, block.kind(), path, field, language));
            }
        }
        return sections;
    }

    /** A film or a sound comes when it is started, its captions too; a file, when somebody takes it along. */
    private static void weigh(
            Subject subject, Weight weight, BlockKind kind, String path, Field field, String language) {
        String said = switch (field) {
            case Field.Neutral(String text) -> text;
            case Field.Worded(SortedMap<String, String> words) -> words.getOrDefault(language, "");
        };
        if (!subject.candidate().files().containsKey(said)) {
            weight.words += said.getBytes(StandardCharsets.UTF_8).length;
            return;
        }
        weight.all.add(said);
        if (path.equals("poster") || path.equals("media") && kind == BlockKind.IMAGE) {
            weight.atOnce.add(said);
        }
    }

    /** A file that is shown twice comes once. */
    private static long bytes(Subject subject, TreeSet<String> digests) {
        return digests.stream()
                .map(subject.candidate().files()::get)
                .mapToLong(ShownFile::bytes)
                .sum();
    }
}
