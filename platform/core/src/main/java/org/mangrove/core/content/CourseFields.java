package org.mangrove.core.content;

import java.util.Set;
import org.mangrove.core.lineage.Field;

/** What the fields of a course's blocks hold. */
public final class CourseFields {

    private static final Set<String> MEDIA = Set.of("media", "poster", "captions");

    private CourseFields() {}

    /** Whether it names a file, by its digest. */
    static boolean isMedia(String path) {
        return MEDIA.contains(path);
    }

    /** Whether it holds words that people read and write. */
    public static boolean isText(String path, Field field) {
        return field instanceof Field.Worded && !isMedia(path);
    }
}
