package org.mangrove.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Trouble;
import org.mangrove.launcher.Zip;

/** The master of the demonstration: a course of the platform's own, without what other enterprises say in it. */
final class DemoMaster {

    static final String COURSE = "giving-feedback-at-work";

    /** What the second version says otherwise, in each language. */
    private static final Map<String, List<String>> UPDATE = Map.of(
            "words/en.yaml", List.of("Twenty minutes for", "A quarter of an hour for"),
            "words/de.yaml", List.of("Zwanzig Minuten für", "Eine Viertelstunde für"),
            "words/ar.yaml", List.of("عشرون دقيقة", "ربع ساعة"),
            "words/ja.yaml", List.of("20分です", "15分です"));

    private final SequencedMap<String, byte[]> files = new LinkedHashMap<>();

    DemoMaster(Distribution distribution) {
        Path folder = distribution.demonstration().resolve("acme/courses").resolve(COURSE);
        Zip.filesIn(folder).forEach((name, bytes) -> {
            if (!name.startsWith("overlays/")) {
                files.put(name, bytes);
            }
        });
    }

    byte[] first() {
        return Zip.of(files);
    }

    /** Small, so that it goes on by itself wherever nobody has said the same otherwise. */
    byte[] update() {
        var updated = new LinkedHashMap<>(files);
        UPDATE.forEach((file, words) -> updated.compute(file, (name, bytes) -> replaced(text(bytes), words)));
        updated.compute(
                "course.yaml", (name, bytes) -> (text(bytes) + "\nchange: minor\n").getBytes(StandardCharsets.UTF_8));
        return Zip.of(updated);
    }

    private static byte[] replaced(String text, List<String> words) {
        if (!text.contains(words.getFirst())) {
            throw new Trouble("The demonstration's course does not say \"%s\" any more.".formatted(words.getFirst()));
        }
        return text.replaceFirst(words.getFirst(), words.getLast()).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
