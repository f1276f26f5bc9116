package org.mangrove.core.content;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Field;

/** What the fields of a course's blocks hold. */
public final class CourseFields {

    private static final Set<String> MEDIA = Set.of("media", "poster", "captions");

    /** As a reader meets them. */
    private static final List<String> ORDER = List.of(
            "heading",
            "title",
            "summary",
            "prompt",
            "body",
            "code",
            "alt",
            "caption",
            "cells",
            "parts",
            "description",
            "transcript",
            "options",
            "items",
            "targets",
            "unit",
            "scenes",
            "accepted",
            "low",
            "high",
            "feedback",
            "explanation",
            "hint");

    private CourseFields() {}

    /** Paths of fields in the order in which a reader meets them; what is said about an option comes after it. */
    public static Comparator<String> readingOrder() {
        return Comparator.comparingInt(CourseFields::rank)
                .thenComparing(path -> path.replace(".feedback", ".z"))
                .thenComparing(Comparator.naturalOrder());
    }

    /** The same in one block, whose rows, parts and options may have been moved. */
    public static Comparator<String> readingOrder(Block block) {
        List<String> paths = BlockFields.pathsOf(block);
        return Comparator.<String>comparingInt(path -> paths.contains(path) ? paths.indexOf(path) : paths.size())
                .thenComparing(readingOrder());
    }

    /** What has no place comes last. */
    private static int rank(String path) {
        int rank = ORDER.indexOf(path.split("\\.")[0]);
        return rank < 0 ? ORDER.size() : rank;
    }

    /** Whether it names a file, by its digest. */
    public static boolean isMedia(String path) {
        return MEDIA.contains(path);
    }

    /** Whether it holds a number that a market may say in its own way, such as in another unit. */
    public static boolean isAmount(String path) {
        return path.equals("value") || path.equals("tolerance");
    }

    /** Whether it holds words that people read and write. */
    public static boolean isText(String path, Field field) {
        return field instanceof Field.Worded && !isMedia(path);
    }

    /** Whether what it holds is read as sentences of a language, and not typed or copied as it stands. */
    public static boolean isProse(String path, Field field) {
        return isText(path, field) && !path.equals("code");
    }
}
